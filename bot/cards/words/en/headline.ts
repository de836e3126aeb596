export { ENGLISH_HEADLINE as headline } from '../../../domain/headline'
