type Given = { root?: string; attributes?: string; head?: string; lines?: string; tail?: string };

const names =
  'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

/** An UBL invoice of two lines over EUR 1190.00, or with other lines and further elements. */
export function aUblInvoice({
  root = "Invoice",
  head = "<cbc:InvoiceTypeCode>380</cbc:InvoiceTypeCode>",
  lines = ublLine("1", "Oak beam", "40", "20.00", "800.00") +
    ublLine("2", "Fitting", "4", "50.00", "200.00", "HUR"),
  tail = "",
}: Given = {}): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${root} xmlns="urn:oasis:names:specification:ubl:schema:xsd:${root}-2" ${names}>
<cbc:CustomizationID>urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0</cbc:CustomizationID>
<cbc:ProfileID>urn:fdc:peppol.eu:2017:poacc:billing:01:1.0</cbc:ProfileID>
<cbc:ID>TW-77</cbc:ID><cbc:IssueDate>2026-03-04</cbc:IssueDate><cbc:DueDate>2026-04-03</cbc:DueDate>${head}
<cbc:Note>Thank you for the order.</cbc:Note><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
<cbc:BuyerReference>04011000-1-34</cbc:BuyerReference><cac:OrderReference><cbc:ID>PO-9</cbc:ID></cac:OrderReference>
<cac:AccountingSupplierParty><cac:Party><cbc:EndpointID schemeID="EM">bills@timber.example</cbc:EndpointID>
<cac:PostalAddress><cbc:StreetName>Mill Lane 4</cbc:StreetName><cbc:CityName>Ulm</cbc:CityName><cbc:PostalZone>89073</cbc:PostalZone><cac:Country><cbc:IdentificationCode>DE</cbc:IdentificationCode></cac:Country></cac:PostalAddress>
<cac:PartyTaxScheme><cbc:CompanyID>DE123456789</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>Timber Works GmbH</cbc:RegistrationName></cac:PartyLegalEntity></cac:Party></cac:AccountingSupplierParty>
<cac:AccountingCustomerParty><cac:Party><cac:PartyName><cbc:Name>Bridge Office</cbc:Name></cac:PartyName></cac:Party></cac:AccountingCustomerParty>
<cac:PaymentMeans><cbc:PaymentMeansCode>58</cbc:PaymentMeansCode><cac:PayeeFinancialAccount><cbc:ID>DE02 1203 0000 0000 2020 51</cbc:ID></cac:PayeeFinancialAccount></cac:PaymentMeans>
<cac:PaymentTerms><cbc:Note>2 % within 10 days</cbc:Note></cac:PaymentTerms>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">190.00</cbc:TaxAmount><cac:TaxSubtotal><cbc:TaxableAmount currencyID="EUR">1000.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="EUR">190.00</cbc:TaxAmount><cac:TaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="EUR">1000.00</cbc:LineExtensionAmount><cbc:TaxExclusiveAmount currencyID="EUR">1000.00</cbc:TaxExclusiveAmount><cbc:TaxInclusiveAmount currencyID="EUR">1190.00</cbc:TaxInclusiveAmount><cbc:PayableAmount currencyID="EUR">1190.00</cbc:PayableAmount></cac:LegalMonetaryTotal>
${tail}${lines.replaceAll("InvoiceLine", `${root}Line`)}</${root}>`;
}

/** A line of an UBL invoice; the unit is pieces unless another code is given. */
export function ublLine(
  id: string,
  name: string,
  quantity: string,
  price: string,
  net: string,
  unit = "H87",
): string {
  return `<cac:InvoiceLine><cbc:ID>${id}</cbc:ID><cbc:InvoicedQuantity unitCode="${unit}">${quantity}</cbc:InvoicedQuantity><cbc:LineExtensionAmount currencyID="EUR">${net}</cbc:LineExtensionAmount><cac:Item><cbc:Name>${name}</cbc:Name><cac:ClassifiedTaxCategory><cbc:ID>S</cbc:ID><cbc:Percent>19</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item><cac:Price><cbc:PriceAmount currencyID="EUR">${price}</cbc:PriceAmount></cac:Price></cac:InvoiceLine>`;
}

/** A CII invoice over EUR 1428.00 in a profile of Factur-X; MINIMUM and BASIC WL have no lines. */
export function aCiiInvoice(profile = "urn:cen.eu:en16931:2017", hasLines = true): string {
  const line = `<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:LineID>1</ram:LineID></ram:AssociatedDocumentLineDocument><ram:SpecifiedTradeProduct><ram:Name>Consulting</ram:Name></ram:SpecifiedTradeProduct><ram:SpecifiedLineTradeAgreement><ram:NetPriceProductTradePrice><ram:ChargeAmount>120.0000</ram:ChargeAmount></ram:NetPriceProductTradePrice></ram:SpecifiedLineTradeAgreement><ram:SpecifiedLineTradeDelivery><ram:BilledQuantity unitCode="HUR">10.0000</ram:BilledQuantity></ram:SpecifiedLineTradeDelivery><ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19.00</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>1200.00</ram:LineTotalAmount></ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement></ram:IncludedSupplyChainTradeLineItem>`;
  return `<?xml version="1.0" encoding="UTF-8"?><rsm:CrossIndustryInvoice xmlns:rsm="urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100" xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100" xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100"><rsm:ExchangedDocumentContext><ram:GuidelineSpecifiedDocumentContextParameter><ram:ID>${profile}</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter></rsm:ExchangedDocumentContext><rsm:ExchangedDocument><ram:ID>C-2026-5</ram:ID><ram:TypeCode>380</ram:TypeCode><ram:IssueDateTime><udt:DateTimeString format="102">20260315</udt:DateTimeString></ram:IssueDateTime><ram:IncludedNote><ram:Content>Managed by a court.</ram:Content><ram:SubjectCode>REG</ram:SubjectCode></ram:IncludedNote></rsm:ExchangedDocument><rsm:SupplyChainTradeTransaction>${hasLines ? line : ""}<ram:ApplicableHeaderTradeAgreement><ram:SellerTradeParty><ram:Name>Weaver GmbH</ram:Name><ram:PostalTradeAddress><ram:PostcodeCode>10115</ram:PostcodeCode><ram:LineOne>Main Street 1</ram:LineOne><ram:CityName>Berlin</ram:CityName><ram:CountryID>DE</ram:CountryID></ram:PostalTradeAddress><ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">DE123456789</ram:ID></ram:SpecifiedTaxRegistration></ram:SellerTradeParty><ram:BuyerTradeParty><ram:Name>Client AG</ram:Name></ram:BuyerTradeParty></ram:ApplicableHeaderTradeAgreement><ram:ApplicableHeaderTradeDelivery/><ram:ApplicableHeaderTradeSettlement><ram:InvoiceCurrencyCode>EUR</ram:InvoiceCurrencyCode><ram:SpecifiedTradeSettlementPaymentMeans><ram:TypeCode>58</ram:TypeCode><ram:PayeePartyCreditorFinancialAccount><ram:IBANID>DE02120300000000202051</ram:IBANID></ram:PayeePartyCreditorFinancialAccount></ram:SpecifiedTradeSettlementPaymentMeans><ram:ApplicableTradeTax><ram:CalculatedAmount>228.00</ram:CalculatedAmount><ram:TypeCode>VAT</ram:TypeCode><ram:BasisAmount>1200.00</ram:BasisAmount><ram:CategoryCode>S</ram:CategoryCode><ram:RateApplicablePercent>19</ram:RateApplicablePercent></ram:ApplicableTradeTax><ram:SpecifiedTradePaymentTerms><ram:DueDateDateTime><udt:DateTimeString format="102">20260414</udt:DateTimeString></ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms><ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>1200.00</ram:LineTotalAmount><ram:TaxBasisTotalAmount>1200.00</ram:TaxBasisTotalAmount><ram:TaxTotalAmount currencyID="EUR">228.00</ram:TaxTotalAmount><ram:GrandTotalAmount>1428.00</ram:GrandTotalAmount><ram:DuePayableAmount>1428.00</ram:DuePayableAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation></ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction></rsm:CrossIndustryInvoice>`;
}

/** The same invoice with the names of ZUGFeRD 1.0. */
export function aZugferdOneInvoice(): string {
  return aCiiInvoice("urn:ferd:CrossIndustryDocument:invoice:1p0:comfort")
    .replaceAll("rsm:CrossIndustryInvoice", "rsm:CrossIndustryDocument")
    .replaceAll("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext")
    .replaceAll("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>")
    .replaceAll("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction")
    .replaceAll("ram:SpecifiedLineTrade", "ram:SpecifiedSupplyChainTrade")
    .replaceAll("ram:ApplicableHeaderTrade", "ram:ApplicableSupplyChainTrade")
    .replaceAll("RateApplicablePercent", "ApplicablePercent")
    .replaceAll(
      /SpecifiedTradeSettlement(?:Line|Header)Monetary/g,
      "SpecifiedTradeSettlementMonetary",
    );
}

/** A FatturaPA file with one body for each number. */
export function aFatturaPa(numbers = ["12/A"], kind = "TD01"): string {
  const party = (name: string, code: string) =>
    `<DatiAnagrafici><IdFiscaleIVA><IdPaese>IT</IdPaese><IdCodice>${code}</IdCodice></IdFiscaleIVA><Anagrafica>${name}</Anagrafica></DatiAnagrafici><Sede><Indirizzo>Via Roma</Indirizzo><NumeroCivico>5</NumeroCivico><CAP>00145</CAP><Comune>Roma</Comune><Nazione>IT</Nazione></Sede>`;
  const body = (number: string) =>
    `<FatturaElettronicaBody><DatiGenerali><DatiGeneraliDocumento><TipoDocumento>${kind}</TipoDocumento><Divisa>EUR</Divisa><Data>2026-01-18</Data><Numero>${number}</Numero><ImportoTotaleDocumento>122.00</ImportoTotaleDocumento><Causale>Lavori di gennaio</Causale></DatiGeneraliDocumento></DatiGenerali><DatiBeniServizi><DettaglioLinee><NumeroLinea>1</NumeroLinea><Descrizione>Legno</Descrizione><Quantita>4.00000000</Quantita><PrezzoUnitario>25.00</PrezzoUnitario><PrezzoTotale>100.00</PrezzoTotale><AliquotaIVA>22.00</AliquotaIVA></DettaglioLinee><DatiRiepilogo><AliquotaIVA>22.00</AliquotaIVA><ImponibileImporto>100.00</ImponibileImporto><Imposta>22.00</Imposta><EsigibilitaIVA>S</EsigibilitaIVA></DatiRiepilogo></DatiBeniServizi><DatiPagamento><CondizioniPagamento>TP02</CondizioniPagamento><DettaglioPagamento><ModalitaPagamento>MP05</ModalitaPagamento><DataScadenzaPagamento>2026-02-18</DataScadenzaPagamento><ImportoPagamento>100.00</ImportoPagamento><IBAN>IT60X0542811101000000123456</IBAN></DettaglioPagamento></DatiPagamento><Allegati><NomeAttachment>ore.txt</NomeAttachment><FormatoAttachment>TXT</FormatoAttachment><Attachment>${Buffer.from("4 ore di lavoro").toString("base64")}</Attachment></Allegati></FatturaElettronicaBody>`;
  return `<?xml version="1.0" encoding="UTF-8"?><p:FatturaElettronica versione="FPR12" xmlns:p="http://ivaservizi.agenziaentrate.gov.it/docs/xsd/fatture/v1.2"><FatturaElettronicaHeader><DatiTrasmissione><CodiceDestinatario>ABC1234</CodiceDestinatario></DatiTrasmissione><CedentePrestatore>${party("<Nome>Ada</Nome><Cognome>Bianchi</Cognome>", "01234567890")}</CedentePrestatore><CessionarioCommittente>${party("<Denominazione>Beta Srl</Denominazione>", "09876543210")}</CessionarioCommittente></FatturaElettronicaHeader>${numbers.map(body).join("")}</p:FatturaElettronica>`;
}

/** A Facturae file with a withheld tax and an XML signature, whose certificate is base64. */
export function aFacturae(): string {
  const party = (name: string, number: string) =>
    `<TaxIdentification><PersonTypeCode>J</PersonTypeCode><ResidenceTypeCode>R</ResidenceTypeCode><TaxIdentificationNumber>${number}</TaxIdentificationNumber></TaxIdentification><LegalEntity><CorporateName>${name}</CorporateName><AddressInSpain><Address>Calle Mayor 1</Address><PostCode>28013</PostCode><Town>Madrid</Town><Province>Madrid</Province><CountryCode>ESP</CountryCode></AddressInSpain></LegalEntity>`;
  const tax = (code: string, rate: string, amount: string) =>
    `<Tax><TaxTypeCode>${code}</TaxTypeCode><TaxRate>${rate}</TaxRate><TaxableBase><TotalAmount>200.00</TotalAmount></TaxableBase><TaxAmount><TotalAmount>${amount}</TotalAmount></TaxAmount></Tax>`;
  return `<?xml version="1.0" encoding="UTF-8"?><fe:Facturae xmlns:fe="http://www.facturae.gob.es/formato/Versiones/Facturaev3_2_2.xml" xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><FileHeader><SchemaVersion>3.2.2</SchemaVersion></FileHeader><Parties><SellerParty>${party("Maderas SL", "B12345678")}</SellerParty><BuyerParty>${party("Puentes SA", "A87654321")}</BuyerParty></Parties><Invoices><Invoice><InvoiceHeader><InvoiceNumber>31</InvoiceNumber><InvoiceSeriesCode>2026</InvoiceSeriesCode><InvoiceDocumentType>FC</InvoiceDocumentType><InvoiceClass>OO</InvoiceClass></InvoiceHeader><InvoiceIssueData><IssueDate>2026-05-02</IssueDate><InvoiceCurrencyCode>EUR</InvoiceCurrencyCode></InvoiceIssueData><TaxesOutputs>${tax("01", "21.00", "42.00")}</TaxesOutputs><TaxesWithheld>${tax("04", "15.00", "30.00")}</TaxesWithheld><InvoiceTotals><TotalGrossAmount>200.00</TotalGrossAmount><TotalGrossAmountBeforeTaxes>200.00</TotalGrossAmountBeforeTaxes><TotalTaxOutputs>42.00</TotalTaxOutputs><TotalTaxesWithheld>30.00</TotalTaxesWithheld><InvoiceTotal>212.00</InvoiceTotal><TotalOutstandingAmount>212.00</TotalOutstandingAmount><TotalExecutableAmount>212.00</TotalExecutableAmount></InvoiceTotals><Items><InvoiceLine><ItemDescription>Vigas</ItemDescription><Quantity>8.0</Quantity><UnitOfMeasure>01</UnitOfMeasure><UnitPriceWithoutTax>25.000000</UnitPriceWithoutTax><TotalCost>200.00</TotalCost><GrossAmount>200.00</GrossAmount></InvoiceLine></Items><PaymentDetails><Installment><InstallmentDueDate>2026-06-01</InstallmentDueDate><InstallmentAmount>212.00</InstallmentAmount><PaymentMeans>04</PaymentMeans><AccountToBeCredited><IBAN>ES9121000418450200051332</IBAN></AccountToBeCredited></Installment></PaymentDetails></Invoice></Invoices><ds:Signature><ds:KeyInfo><ds:X509Certificate>${Buffer.alloc(900, "certificate 1").toString("base64")}</ds:X509Certificate></ds:KeyInfo></ds:Signature></fe:Facturae>`;
}
