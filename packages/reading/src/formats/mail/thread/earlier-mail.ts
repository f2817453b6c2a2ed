/** Names of header lines as mail programs write them above an earlier mail, in the languages of their users. */
const labels = {
  from: "from|von|de|da|van|från|fra|lähettäjä|od|ot|от|feladó|kimden|发件人|寄件者|差出人|보낸 사람",
  time: "sent|date|gesendet|datum|envoyé|date d'envoi|enviado(?: el| em)?|fecha|data|inviato|verzonden|skickat|sendt|dato|lähetetty|päiväys|wysłano|odesláno|дата|отправлено|elküldve|gönderildi|tarih|发送时间|日期|送信日時|보낸 날짜",
  to: "to|an|à|para|a|per|aan|till|til|vastaanottaja|do|komu|кому|címzett|kime|收件人|宛先|받는 사람",
  subject:
    "subject|betreff|objet|asunto|oggetto|onderwerp|assunto|ämne|emne|aihe|temat|předmět|тема|tárgy|konu|主题|主旨|件名|제목",
} as const;

function labelled(names: string): RegExp {
  return new RegExp(String.raw`^[\s*_>|]*(?:${names})\s?[*_]*\s?[:：]`, "iu");
}

const patterns = {
  from: labelled(labels.from),
  time: labelled(labels.time),
  to: labelled(labels.to),
  subject: labelled(labels.subject),
};

const begins = new RegExp(
  String.raw`^[\s*_|]*(?:${Object.values(labels).join("|")})\s?[*_]*\s?[:：]`,
  "iu",
);

const announced =
  /^[\s*_]*-{2,}\s*(original message|original appointment|forwarded message|forwarded by .{1,60}|ursprüngliche nachricht|weitergeleitete nachricht|original-?nachricht|urspr\. nachricht|message d'origine|message original|message transféré|mensaje original|mensaje reenviado|messaggio originale|messaggio inoltrato|oorspronkelijk bericht|doorgestuurd bericht|mensagem original|mensagem encaminhada|ursprungligt meddelande|opprinnelig melding|oprindelig meddelelse|wiadomość oryginalna|исходное сообщение|пересылаемое сообщение)\s*-{2,}/iu;

const attribution =
  /^[\s*_]*(?:on|am|le|el|il|op|em|den|dnia)\s[^\n]{4,200}(?:\d{1,2}[:.h]\d\d|@)[^\n]{0,200}\s(?:wrote|schrieb[^\n:]{0,100}|a écrit|escribió|ha scritto|schreef[^\n:]{0,100}|escreveu|skrev[^\n:]{0,100}|napisał\(?a?\)?)\s?[:：]\s*(?:\n|$)/iu;

/** The number of characters in which the headers of an earlier mail begin. */
export const headerCharacters = 1_500;

/** Returns true for text that may begin with the headers of an earlier mail; this test needs only the first few characters. */
export function mayBeginEarlierMail(text: string): boolean {
  return begins.test(text) || /^[\s*_]*-{2,}/.test(text);
}

/**
 * Returns true for text that begins with an earlier mail: a line such as "-----Original Message-----", or the lines From, Subject, and Date or To.
 * A form with only From, To and Date, such as a ticket, is no mail.
 */
export function beginsEarlierMail(text: string): boolean {
  const start = text.slice(0, headerCharacters);
  if (announced.test(start)) return true;
  if (!begins.test(start)) return false;
  const lines = start.split("\n").filter((line) => line.trim() !== "");
  const has = (name: keyof typeof patterns, most: number) =>
    lines.slice(0, most).some((line) => patterns[name].test(line));
  return has("from", 2) && has("subject", 8) && (has("time", 8) || has("to", 8));
}

/** Returns true for a line that says who wrote the text below, such as "On 3 March 2026 at 10:00, Ann wrote:". */
export function isAttribution(line: string): boolean {
  return attribution.test(line);
}
