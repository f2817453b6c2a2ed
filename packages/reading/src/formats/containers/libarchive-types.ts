/** The media types of archives that libarchive opens. */
export const libarchiveTypes = new Set([
  "application/x-7z-compressed",
  "application/vnd.rar",
  "application/x-bzip2",
  "application/x-xz",
  "application/vnd.ms-cab-compressed",
]);
