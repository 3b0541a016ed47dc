// Reads { key, locked } and prints what was locked.
import { readFileSync } from "node:fs";
import { base64url, compactDecrypt } from "jose";

const { key, locked } = JSON.parse(readFileSync(0, "utf8"));
const { plaintext, protectedHeader } = await compactDecrypt(locked, base64url.decode(key));
process.stdout.write(JSON.stringify({ header: protectedHeader, text: new TextDecoder().decode(plaintext) }));
