export type Sent = { ok: true; name: string } | { ok: false; why: string; again: boolean }

type Sending = { number: number; file: File; onProgress: (percent: number) => void; offline: string }

/** The older interface, because the newer one does not tell how far an upload is. */
export function send({ number, file, onProgress, offline }: Sending): Promise<Sent> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api/v1/postmortems/${number}/images`)
    request.setRequestHeader('content-type', file.type.startsWith('image/') ? file.type : 'application/octet-stream')
    request.setRequestHeader('accept', 'application/json')
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / Math.max(1, total)) * 100))
    request.onload = () => resolve(answerOf(request, offline))
    request.onerror = () => resolve({ ok: false, why: offline, again: true })
    request.send(file)
  })
}

function answerOf({ status, responseText }: XMLHttpRequest, offline: string): Sent {
  try {
    const told: { name?: string; detail?: string } = JSON.parse(responseText)
    if (status === 201 && told.name) return { ok: true, name: told.name }
    return { ok: false, why: told.detail ?? offline, again: status === 401 || status === 429 || status >= 500 }
  } catch {
    // A proxy on the way answers in its own words.
    return { ok: false, why: offline, again: true }
  }
}
