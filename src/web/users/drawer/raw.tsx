import type { JsonObject } from '#src/domain/json.ts'
import type { UserAnswer } from '#src/gateway/api.ts'
import { CopyButton } from '#src/web/ui/copy-button.tsx'
import { Disclosure } from '#src/web/ui/disclosure.tsx'
import { JsonTree } from '#src/web/ui/json-tree.tsx'
import { Section } from './section.tsx'

const asJson = (value: unknown): string => JSON.stringify(value, null, 2)

/** What the application keeps with the user, and what of the record has no place above. */
export function Attributes({ attributes }: { readonly attributes: JsonObject }) {
  if (Object.keys(attributes).length === 0) return null
  return (
    <Section
      title="Attributes"
      proof="attributes"
      aside={<CopyButton value={() => asJson(attributes)} label="attributes as JSON" />}
    >
      <JsonTree value={attributes} label="Attributes" />
    </Section>
  )
}

/** The platform's record, last of all. `answer` undefined: it is not here yet. */
export function RawRecord({ answer }: { readonly answer: UserAnswer | undefined }) {
  return (
    <Section
      title="Raw record"
      aside={
        answer !== undefined && (
          <CopyButton value={() => asJson(answer.raw)} label="raw record as JSON" />
        )
      }
    >
      {answer === undefined ? (
        <div className="skeleton w-40" role="status" aria-label="Loading" />
      ) : (
        <Disclosure says="As the platform gave it, secrets replaced by fingerprints">
          <JsonTree value={answer.raw} label="Raw record" />
        </Disclosure>
      )}
    </Section>
  )
}
