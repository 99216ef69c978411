import type { Command } from './command'

/** Every command there is, in the order that help shows them. */
export const COMMANDS: readonly Command[] = [
  {
    name: 'extract',
    summary: 'find the article in HTML, text, Markdown, Word or EPUB',
    load: () => import('./extract'),
  },
  { name: 'quotes', summary: 'find quotes and their speakers in plain text', load: () => import('./quotes') },
  { name: 'claims', summary: 'find sentences worth checking in plain text', load: () => import('./claims') },
  {
    name: 'anchor',
    summary: 'find annotated passages again in a changed text',
    load: () => import('./anchor'),
  },
  { name: 'new', summary: 'a bundle from article files', load: () => import('./new') },
  { name: 'inspect', summary: 'what is in a bundle', load: () => import('./inspect') },
  { name: 'verify', summary: 'whether a bundle is as its writer made it', load: () => import('./verify') },
  { name: 'merge', summary: 'several bundles as one', load: () => import('./merge') },
  { name: 'export', summary: 'a bundle in another program’s format', load: () => import('./export') },
]
