import { type drive_v3, drive as driveApi } from "@googleapis/drive";

import type { Account } from "../source";
import { type GoogleTools, openGoogle } from "./client";
import { type DriveFile, FILE_FIELDS } from "./drive-items";
import type { About } from "./errors";
import { units } from "./paces";

const { list, read } = units.drive;

export type Drive = ReturnType<typeof openDrive>;
export type FilePage = { files: DriveFile[]; next: string | null };

/** Opens Drive for one account. */
export function openDrive(tools: GoogleTools, account: Account, signal?: AbortSignal) {
  const google = openGoogle(tools, account, "drive", signal);
  const api = driveApi({ version: "v3", ...google.options });
  return {
    ...google,
    api,
    pageSize: tools.pageSize ?? 1000,
    /** Lists a page of files. A drive makes it a list of that shared drive. */
    async files(
      q: string,
      {
        drive,
        page,
        about = "listing",
        fields = FILE_FIELDS,
        isAll = false,
        size = tools.pageSize ?? 1000,
      }: {
        drive: string | null;
        page?: string | null;
        about?: About;
        fields?: string;
        isAll?: boolean;
        size?: number;
      },
    ): Promise<FilePage> {
      const how = { units: list, about, isRight: isWholePage };
      const data = await google.ask<drive_v3.Schema$FileList>(how, (stop) =>
        api.files.list(
          {
            q,
            pageSize: size,
            fields: `kind,nextPageToken,incompleteSearch,files(${fields})`,
            spaces: "drive",
            ...(page && { pageToken: page }),
            ...corporaOf(drive, isAll),
          },
          stop,
        ),
      );
      return { files: data.files ?? [], next: data.nextPageToken ?? null };
    },
    file(id: string, about: About = "item", fields = FILE_FIELDS): Promise<DriveFile> {
      return google.ask<DriveFile>({ units: read, about }, (stop) =>
        api.files.get({ fileId: id, fields, supportsAllDrives: true }, stop),
      );
    },
    sharedDrive(id: string): Promise<drive_v3.Schema$Drive> {
      return google.ask<drive_v3.Schema$Drive>({ units: read, about: "root" }, (stop) =>
        api.drives.get({ driveId: id }, stop),
      );
    },
  };
}

/** A search that Google could not finish would make a listing look whole. */
const isWholePage = ({ kind, incompleteSearch }: drive_v3.Schema$FileList): boolean =>
  kind === "drive#fileList" && incompleteSearch !== true;

function corporaOf(drive: string | null, isAll: boolean) {
  const all = { includeItemsFromAllDrives: true, supportsAllDrives: true };
  if (drive) return { corpora: "drive", driveId: drive, ...all };
  return isAll ? { corpora: "allDrives", ...all } : { corpora: "user" };
}

/** Writes a text as `q` takes it. */
export const quoted = (text: string): string => `'${text.replace(/[\\']/g, "\\$&")}'`;
