'use client'

import { type Option, Select } from '#components/ui/select.tsx'
import { Repeated } from './repeated.tsx'

export type ServiceRow = { slug: string; role: string }

/** Which services had a part in it, and which part. */
export function ServiceRows({
  rows,
  services,
  roles,
  text,
}: {
  rows: ServiceRow[]
  services: Option[]
  roles: Option[]
  text: { service: string; role: string; add: string }
}) {
  return (
    <Repeated
      name="services"
      filled={rows.length}
      most={30}
      spare={2}
      add={text.add}
      row={(index) => (
        <div key={index} className="grid grid-cols-[minmax(0,1fr)_minmax(0,0.6fr)] gap-3">
          <Select
            name={`services.${index}.service`}
            label={text.service}
            defaultValue={rows[index]?.slug ?? ''}
            placeholder=""
            required={index === 0}
            options={services}
          />
          <Select
            name={`services.${index}.role`}
            label={text.role}
            defaultValue={rows[index]?.role ?? ''}
            placeholder=""
            required={index === 0}
            options={roles}
          />
        </div>
      )}
    />
  )
}
