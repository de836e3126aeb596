/** Every address of the tab's API, in one place for both ends. `project` is the project's own id, opaque. */
export const paths = {
  start: '/api/start',
  mine: '/api/mine',
  localPeople: '/api/local/people',
  localSignIn: '/api/local/sign-in',
  pulse: (project: string) => `${root(project)}/pulse`,
  issues: (project: string) => `${root(project)}/issues`,
  /** `query` as `asQuery` makes it. */
  issueList: (project: string, query: string, after: string | null) =>
    `${root(project)}/issues?${query}${after === null ? '' : `&after=${encodeURIComponent(after)}`}`,
  searchIssues: (project: string, words: string, which: 'open' | 'all') =>
    `${root(project)}/issue-search?which=${which}&q=${encodeURIComponent(words)}`,
  issueRows: (project: string, ids: readonly string[]) => `${root(project)}/issue-rows?ids=${ids.join(',')}`,
  issue: (project: string, id: string) => `${root(project)}/issues/${encodeURIComponent(id)}`,
  commentIssue: (project: string, id: string) => `${root(project)}/issues/${encodeURIComponent(id)}/comments`,
  undoIssue: (project: string, id: string) => `${root(project)}/issues/${encodeURIComponent(id)}/undo`,
  source: (project: string) => `${root(project)}/source`,
  searchSource: (project: string, question: string) =>
    `${root(project)}/source/search?q=${encodeURIComponent(question)}`,
  entry: (project: string, id: string) => `${root(project)}/source/${encodeURIComponent(id)}`,
  undoEntry: (project: string, id: string) => `${root(project)}/source/${encodeURIComponent(id)}/undo`,
  readEntry: (project: string, id: string) => `${root(project)}/source/${encodeURIComponent(id)}/read`,
  anchor: (project: string) => `${root(project)}/anchor`,
  questions: (project: string) => `${root(project)}/questions`,
  question: (project: string, id: string) => `${root(project)}/questions/${encodeURIComponent(id)}`,
  overview: (project: string) => `${root(project)}/overview`,
  items: (project: string) => `${root(project)}/items`,
  allItems: (project: string, before: string | null) =>
    `${root(project)}/items/all${before === null ? '' : `?before=${encodeURIComponent(before)}`}`,
  item: (project: string, id: string) => `${root(project)}/items/${encodeURIComponent(id)}`,
  undoItem: (project: string, id: string) => `${root(project)}/items/${encodeURIComponent(id)}/undo`,
  recaps: (project: string) => `${root(project)}/recaps`,
  recap: (project: string, week: string) => `${root(project)}/recaps/${encodeURIComponent(week)}`,
  recapComparison: (project: string, week: string, other: string) =>
    `${root(project)}/recaps/${encodeURIComponent(week)}/with/${encodeURIComponent(other)}`,
  recapMail: (project: string, week: string) =>
    `${root(project)}/recaps/${encodeURIComponent(week)}/mail.html`,
  recapMailText: (project: string, week: string) =>
    `${root(project)}/recaps/${encodeURIComponent(week)}/mail.txt`,
  workbook: (project: string) => `${root(project)}/export.xlsx`,
  csv: (project: string, sheet: string) => `${root(project)}/export/${encodeURIComponent(sheet)}.csv`,
  imports: (project: string, file: string) => `${root(project)}/imports?name=${encodeURIComponent(file)}`,
  import: (project: string, id: string) => `${root(project)}/imports/${encodeURIComponent(id)}`,
  runImport: (project: string, id: string) => `${root(project)}/imports/${encodeURIComponent(id)}/run`,
  myCard: (project: string) => `${root(project)}/my-card`,
} as const

function root(project: string): string {
  return `/api/projects/${encodeURIComponent(project)}`
}
