/** Elements that only contain other elements. */
export const wrappers = new Set([
  "sdt",
  "sdtContent",
  "customXml",
  "smartTag",
  "ins",
  "moveTo",
  "hyperlink",
  "body",
]);
