import Info from 'lucide-react/icons/info'
import Users from 'lucide-react/icons/users'
import type { User } from '#src/domain/user.ts'
import { Verbatim } from '#src/web/ui/verbatim.tsx'
import type { Note } from '#src/web/users/note-words.ts'
import { aloneInWords, notesOf } from '#src/web/users/note-words.ts'
import type { UserLinks } from '#src/web/users/user-links.tsx'
import { UserLink } from '#src/web/users/user-links.tsx'
import { goToProof, proofsOf } from './proof.ts'
import { drawer as words } from '#src/web/words/drawer.ts'

const mostNamed = 5

/** What is to be known of the person besides their channels: each a line, after the sentences. */
export function Notes(props: {
  readonly user: User
  readonly zone: string
  readonly links: UserLinks
  /** Among how many users others with the same address, number or device were looked for; null: not yet. */
  readonly compared: number | null
}) {
  const notes = notesOf(props.user, props.zone)
  const alone = aloneInWords(props.user, notes, props.compared)
  if (notes.length === 0 && alone === null) return null
  return (
    <ul className="mt-1.5">
      {notes.map((note) => (
        <li key={`${note.code} ${note.field}`} className="flex items-start gap-2.5">
          <span
            className="flex h-6 w-4 shrink-0 items-center justify-center text-muted"
            aria-hidden
          >
            {note.others.length > 0 ? <Users size={14} /> : <Info size={14} />}
          </span>
          <div>
            <button
              type="button"
              onClick={(event) => goToProof(event.currentTarget, proofsOf(note.field, null))}
              className="rounded-sm py-0.5 text-start decoration-edge underline-offset-3 hover:underline"
            >
              {note.text}
            </button>
            <Others note={note} links={props.links} />
          </div>
        </li>
      ))}
      {alone !== null && (
        <li className="flex items-start gap-2.5 py-0.5 text-small/5 text-muted">
          <span className="w-4 shrink-0" aria-hidden />
          {alone}
        </li>
      )}
    </ul>
  )
}

function Others({ note, links }: { readonly note: Note; readonly links: UserLinks }) {
  const { others, among } = note
  if (others.length === 0) return null
  const named = others.slice(0, mostNamed)
  return (
    <p className="text-muted">
      {named.map((id, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <UserLink id={id} links={links}>
            <Verbatim text={id} className="font-mono text-small wrap-anywhere" />
          </UserLink>
        </span>
      ))}
      {others.length > named.length && words.moreOthers(others.length - named.length)}
      {among !== null && words.among(among)}
    </p>
  )
}
