import type { JsonObject } from '#src/domain/json.ts'
import type { UserAnswer } from '#src/gateway/api.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Disclosure } from '#src/web/ui/disclosure.tsx'
import { JsonTree } from '#src/web/ui/json-tree.tsx'
import { Section } from './section.tsx'
import { drawer as words } from '#src/web/words/drawer.ts'
import { ui } from '#src/web/words/ui.ts'

const asJson = (value: unknown): string => JSON.stringify(value, null, 2)

/** What the application keeps with the user, and what of the record has no place above. */
export function Attributes({ attributes }: { readonly attributes: JsonObject }) {
  if (Object.keys(attributes).length === 0) return null
  return (
    <Section
      title={words.attributes}
      proof="attributes"
      aside={<CopyButton value={() => asJson(attributes)} label={words.attributesJson} />}
    >
      <JsonTree value={attributes} label={words.attributes} />
    </Section>
  )
}

/** The platform's record, last of all. `answer` undefined: it is not here yet. */
export function RawRecord({ answer }: { readonly answer: UserAnswer | undefined }) {
  return (
    <Section
      title={words.raw.title}
      aside={
        answer !== undefined && (
          <CopyButton value={() => asJson(answer.raw)} label={words.raw.json} />
        )
      }
    >
      {answer === undefined ? (
        <div className="skeleton w-40" role="status" aria-label={ui.loading} />
      ) : (
        <Disclosure says={words.raw.summary}>
          <JsonTree value={answer.raw} label={words.raw.title} />
        </Disclosure>
      )}
    </Section>
  )
}
