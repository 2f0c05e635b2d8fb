import X from 'lucide-react/icons/x'
import { useCommands } from '#src/web/lib/commands.ts'
import { Button } from '#src/web/ui/button.tsx'
import { HandsFocusOn } from '#src/web/users/hands-focus-on.tsx'
import type { ExportJob } from './export-all.ts'
import { dismissExport, outcomeWords, stopExport, useExportJob } from './export-all.ts'
import { selectionWords as words } from '#src/web/words/selection.ts'

/** How far the export of a whole list is, and then how it ended, until somebody has seen it. */
export function ExportStatus() {
  const job = useExportJob()
  const running = job?.state === 'running'
  useCommands([
    {
      id: 'export.stop',
      label: words.commands.stop,
      group: 'List',
      words: words.exportWords,
      when: running,
      run: stopExport,
    },
    {
      id: 'export.dismiss',
      label: words.commands.dismiss,
      group: 'List',
      words: words.exportWords,
      when: job !== null && !running,
      run: dismissExport,
    },
  ])
  return (
    job !== null && (
      <HandsFocusOn>
        <Status job={job} />
      </HandsFocusOn>
    )
  )
}

function Status({ job }: { readonly job: ExportJob }) {
  const running = job.state === 'running'
  const isWhole = running || job.state === 'complete'
  return (
    <section
      aria-label={words.job}
      className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-raised px-4 py-1.5"
    >
      {running ? (
        <>
          <span>{words.running(job.name)}</span>
          <span className="text-muted">{words.counts(job.scanned, job.written)}</span>
        </>
      ) : (
        <span className={isWhole ? '' : 'text-danger'}>{outcomeWords(job)}</span>
      )}
      <span className="flex-1" />
      {running ? (
        <Button look="outline" onClick={stopExport}>
          {words.stop}
        </Button>
      ) : (
        <Button aria-label={words.dismiss} onClick={dismissExport}>
          <X size={14} aria-hidden />
        </Button>
      )}
    </section>
  )
}
