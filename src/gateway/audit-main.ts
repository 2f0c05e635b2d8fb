import { checkAudit, describeReport } from './audit-check.ts'
import { dataDirectoryIn } from './config.ts'

// npm run audit: says whether the audit log is as it was written. Exits with 1 when it is not.

try {
  const report = await checkAudit(dataDirectoryIn(process.env))
  const text = `${describeReport(report)}\n`
  if (report.ok) process.stdout.write(text)
  else process.stderr.write(text)
  process.exitCode = report.ok ? 0 : 1
} catch {
  process.stderr.write('The audit log cannot be read by this user.\n')
  process.exitCode = 1
}
