import type { Route } from '../routes.ts'
import * as actionItems from './action-items.ts'
import * as checklists from './checklists.ts'
import * as comments from './comments.ts'
import * as exercises from './exercises.ts'
import * as exported from './exports.ts'
import * as exposure from './exposure.ts'
import * as following from './following.ts'
import * as guides from './guides.ts'
import * as hints from './hints.ts'
import * as images from './images.ts'
import * as imported from './imports.ts'
import * as incidents from './incidents.ts'
import * as people from './people.ts'
import * as postmortems from './postmortems.ts'
import * as programs from './programs.ts'
import * as records from './records.ts'
import * as recurrences from './recurrences.ts'
import * as reviews from './reviews.ts'
import * as risks from './risks.ts'
import * as search from './search.ts'
import * as services from './services.ts'
import * as teams from './teams.ts'
import * as templates from './templates.ts'
import * as timeline from './timeline.ts'
import * as views from './views.ts'

/** Every address of the API: what it serves, and what it describes. */
export const allRoutes: readonly Route[] = [
  exported,
  imported,
  postmortems,
  records,
  reviews,
  following,
  incidents,
  timeline,
  actionItems,
  recurrences,
  views,
  programs,
  services,
  teams,
  people,
  templates,
  search,
  hints,
  comments,
  risks,
  exercises,
  exposure,
  guides,
  checklists,
  images,
].flatMap((noun): Route[] => Object.values(noun))
