// What every newsroom page loads. An element that is heavy loads its own part where it is on the page.
import './elements/keep-draft.ts'
import './elements/passkey-form.ts'

import './elements/picture-upload.ts'
