import { imageResponse } from '#lib/web/image.ts'

type Given = { params: Promise<{ number: string; image: string }> }

export const GET = async (request: Request, { params }: Given): Promise<Response> =>
  imageResponse(request, await params)
