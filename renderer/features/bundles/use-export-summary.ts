import { type ExportChoice, summariseChoice } from '@renderer/workflows/export-bundle'
import { useWorkflow } from '@renderer/workflows/workflow-context'
import type { ExportSummary } from '@shared/bundle/summarise-export'
import { useEffect, useState } from 'react'

/** Milliseconds without a change before what was chosen is counted. */
const PATIENCE = 120

/** The summary of a choice, counted anew whenever it changes; null while it is counted. `choice` must keep its identity between changes. */
export function useExportSummary(choice: ExportChoice | null): ExportSummary | null {
  const summarise = useWorkflow(summariseChoice)
  const [counted, setCounted] = useState<{ choice: ExportChoice; summary: ExportSummary } | null>(null)
  useEffect(() => {
    if (!choice) return
    const controller = new AbortController()
    const timer = setTimeout(async () => {
      const summary = await summarise(choice, controller.signal)
      if (summary.ok) setCounted({ choice, summary: summary.value })
    }, PATIENCE)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [choice, summarise])
  return counted?.choice === choice ? counted.summary : null
}
