import type { OpenedLink } from "@besunny/api/link/answer-link";
import { Button } from "@besunny/ui/buttons/button";
import { Download } from "lucide-react";
import { getTranslations } from "next-intl/server";

/** A linked document to read: its pages as pictures, or its text. */
export async function LinkedDocument({
  token,
  opened: { document, pages, html },
}: {
  token: string;
  opened: OpenedLink;
}) {
  const t = await getTranslations("link");
  const numbers = Array.from({ length: pages }, (_, position) => position + 1);

  return (
    <div className="min-h-dvh bg-n4">
      <header className="sticky top-0 z-10 flex h-12 items-center gap-3 border-b bg-n1 px-4">
        <h1 className="min-w-0 flex-1 truncate font-semibold" title={document.fileName}>
          <bdi>{document.title}</bdi>
        </h1>
        {document.mayDownload && (
          <Button asChild size="sm">
            <a href={`/api/link/${token}/content`} download>
              <Download aria-hidden />
              {t("download")}
            </a>
          </Button>
        )}
      </header>
      <main className="mx-auto flex max-w-4xl flex-col gap-4 px-2 py-4 sm:px-4">
        {numbers.map((number) => (
          <img
            key={number}
            src={`/api/link/${token}/pages/${number}/image`}
            alt={t("pageOf", { page: number, count: pages })}
            loading={number > 2 ? "lazy" : "eager"}
            className="min-h-40 w-full bg-white shadow-raised"
          />
        ))}
        {html !== null && (
          <article
            dir="auto"
            className="document-body overflow-x-auto bg-n1 px-5 py-8 shadow-raised"
            dangerouslySetInnerHTML={{ __html: html }}
          />
        )}
        {!document.isRead && <p className="py-16 text-center text-n11">{t("notRead")}</p>}
      </main>
      <footer className="pb-6 text-center text-n11 text-xs">{t("footer")}</footer>
    </div>
  );
}
