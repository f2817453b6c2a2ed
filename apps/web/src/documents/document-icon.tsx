import {
  CalendarDays,
  File,
  FileCode,
  FileImage,
  FileSpreadsheet,
  FileText,
  FolderArchive,
  type LucideIcon,
  Mail,
  Presentation,
} from "lucide-react";

/** Draws the icon of a file format. */
export function DocumentIcon({ format, className }: { format: string | null; className?: string }) {
  const Icon = icons[format ?? ""] ?? File;
  return <Icon aria-hidden className={className ?? "size-4 shrink-0 text-n10"} />;
}

const icons: Record<string, LucideIcon> = {
  pdf: FileText,
  docx: FileText,
  doc: FileText,
  odt: FileText,
  rtf: FileText,
  text: FileText,
  markdown: FileText,
  html: FileCode,
  xlsx: FileSpreadsheet,
  xls: FileSpreadsheet,
  ods: FileSpreadsheet,
  csv: FileSpreadsheet,
  pptx: Presentation,
  ppt: Presentation,
  odp: Presentation,
  eml: Mail,
  msg: Mail,
  png: FileImage,
  jpeg: FileImage,
  tiff: FileImage,
  webp: FileImage,
  gif: FileImage,
  heic: FileImage,
  avif: FileImage,
  bmp: FileImage,
  mbox: Mail,
  ics: CalendarDays,
  zip: FolderArchive,
};
