/* What is said of requests that came to nothing. */

export const CANT_BE_REACHED = 'The log can’t be reached.'
export const NOTHING_CHANGED = 'The log can’t be reached. Nothing was changed.'
export const TYPED_IS_KEPT = 'The log can’t be reached. What you typed is still here; try again.'
export const OLD_PAGE = 'This page is older than the service. Reload it.'
