/* In local mode: who one is, and which project one looks at. */

export const PROJECT = 'Project'
export const SIGNED_IN_AS = 'Signed in as'
