/* In local mode: who one is, and which project one looks at. */

export const PROJECT = 'Projekt'
export const SIGNED_IN_AS = 'Angemeldet als'
