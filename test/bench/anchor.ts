import { reportRealRevisions } from './anchor/real-revisions'

reportRealRevisions()
