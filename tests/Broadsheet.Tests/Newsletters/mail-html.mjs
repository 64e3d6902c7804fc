// Says as JSON what mail programs, by caniemail.com, do not draw of the mail on the standard input.
import { doIUseEmail } from 'doiuse-email';
import { readFileSync } from 'node:fs';

const emailClients = ['gmail.*', 'outlook.*', 'apple-mail.*', 'yahoo.*', 'samsung-email.*', 'thunderbird.*', 'protonmail.*', 'fastmail.*', 'hey.*'];
const { errors = [] } = doIUseEmail(readFileSync(0, 'utf8'), { emailClients });
console.log(JSON.stringify([...new Set(errors)]));
