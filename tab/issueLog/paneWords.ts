/* The words of the pane's newer parts. */

export const CONVERSATION = 'Its conversation in Teams'
export const COMMENT_LABEL = 'Comment'
export const COMMENT_HINT = 'Say something about it; it stays in the history'
export const COMMENT_BUTTON = 'Add the comment'
