"use client";

import dynamic from "next/dynamic";
import { useEffect, useState } from "react";

import { FirstPage } from "./first-page";
import type { PagesProps } from "./pages-props";

const PdfPages = dynamic(() => import("./pdf-pages"), { ssr: false });
const patienceMs = 2500;

/** A PDF: the server's picture of the page first, then the code that draws all of it. */
export function PdfDocument(props: PagesProps) {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (isSettled) return <PdfPages {...props} />;
  return (
    <FirstPage
      documentId={props.documentId}
      page={props.target.page ?? 1}
      view={props.view}
      onSettled={() => setIsSettled(true)}
    />
  );
}
