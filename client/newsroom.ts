// What every newsroom page loads. An element that is heavy loads its own part where it is on the page.
import './elements/front-page-desk.ts'
import './elements/keep-draft.ts'
import './elements/live-check.ts'
import './elements/passkey-form.ts'
import './elements/picture-field.ts'
import './elements/picture-upload.ts'
import './elements/keyboard.ts'
import './elements/page-again.ts'
import './elements/plan-board.ts'
import './elements/story-checklist.ts'

// The editor is heavy: only the page that has one loads it.
if (document.querySelector('article-editor')) await import('./elements/article-editor.ts')
if (document.querySelector('page-body')) await import('./elements/page-body.ts')
