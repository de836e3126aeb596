import { join } from 'node:path'
import { runLocal } from '../../bot/local/run'

/* `npm start` with the echo bot in the service's place, for tests of the runner alone. */

void runLocal(process.argv.slice(2), process.env, join(__dirname, 'echoBot.js'))
