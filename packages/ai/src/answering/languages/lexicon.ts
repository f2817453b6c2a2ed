/**
 * Words that questions about documents are made of, in English, German, French and Spanish. A line is one meaning; words of one language
 * have commas between them, and the first English one is its translation. Written for BeSunny, 30 November 2026.
 */
export const lexicon = `
how many|wie viele,wieviele|combien de,combien d|cuántos,cuántas
how much|wie viel,wieviel,wie hoch|combien|cuánto,cuánta
how long|wie lange,wie lang|combien de temps,quelle durée|cuánto tiempo,cuánto dura
what is|wie lautet,was ist|quel est,quelle est|cuál es,qué es
how often|wie oft|combien de fois|cuántas veces
how old|wie alt|quel âge|qué edad
when|wann|quand|cuándo,cuando
from when|ab wann,seit wann|à partir de quand,depuis quand|desde cuándo
until when|bis wann|jusqu'à quand|hasta cuándo
where|wo|où|dónde,donde
who|wer,wem,wen|qui|quién,quiénes,quien
whose|wessen|à qui|de quién
why|warum,wieso,weshalb|pourquoi|por qué
what|was|que,quoi,qu'est-ce que|qué
which|welche,welcher,welches,welchen,welchem|quel,quelle,quels,quelles,lequel,laquelle|cuál,cuáles
how|wie|comment|cómo,como
is|ist,sind,lautet|est,sont|es,son,está,están
was|war,waren,wurde,wurden|était,étaient,a été|fue,fueron,era
has|hat,haben|a,ont|ha,han,tiene,tienen
can,may|kann,können,darf,dürfen|peut,peuvent,peut-on|puede,pueden
must|muss,müssen,soll|doit,doivent,faut-il|debe,deben
will|wird,werden|sera,seront,va|será,va
and|und|et|y
or|oder|ou|o
not|nicht|pas|no
no|kein,keine,keinen|aucun,aucune|ningún,ninguna
the|der,die,das,den,dem,des|le,la,les,l|el,la,los,las
a|ein,eine,einen,einem,einer,eines|un,une|un,una
of|von,vom|de,du,des,d|de,del
in|in,im|dans,en|en
on|an,am,auf|sur|sobre
for|für|pour|para,por
with|mit|avec|con
without|ohne|sans|sin
to|zu,zum,zur,nach|à,au,aux|a,al
from|aus,ab|depuis,dès|desde
between|zwischen|entre|entre
per|pro|par|por
by|durch,bei|par|por
after|nach|après|después de,tras
before|vor|avant|antes de
since|seit|depuis|desde
until|bis|jusqu'à|hasta
there|es gibt,gibt es|il y a,y a-t-il|hay
we|wir|nous|nosotros
our|unser,unsere,unseren,unserem,unserer|notre,nos|nuestro,nuestra,nuestros
one,you|man|on|se
you|sie,ihnen|vous|usted,ustedes
year|jahr,jahre,jahren,jahres|an,ans,année,années|año,años
month|monat,monate,monaten,monats|mois|mes,meses
week|woche,wochen|semaine,semaines|semana,semanas
day|tag,tage,tagen,tages|jour,jours,journée|día,días
hour|stunde,stunden|heure,heures|hora,horas
minute|minute,minuten|minute,minutes|minuto,minutos
quarter|quartal,quartals|trimestre|trimestre
date|datum|date|fecha
deadline,time limit|frist,stichtag,termin|échéance,délai,date limite|plazo,fecha límite
monthly|monatlich,monatliche|mensuel,mensuelle|mensual,mensuales
annual,yearly|jährlich,jährliche,jahres|annuel,annuelle|anual,anuales
today|heute|aujourd'hui|hoy
first|erste,erster,ersten|premier,première|primer,primero,primera
second|zweite,zweiter,zweiten|deuxième,second,seconde|segundo,segunda
third|dritte,dritten|troisième|tercero,tercera
last|letzte,letzten,letzter|dernier,dernière|último,última
new|neue,neuen,neuer,neues|nouveau,nouvelle,nouveaux|nuevo,nueva,nuevos
contract,agreement|vertrag,vertrags,verträge,vereinbarung|contrat,contrats,accord,convention|contrato,contratos,acuerdo
lease|mietvertrag,mietverhältnis|bail,contrat de location|contrato de arrendamiento,contrato de alquiler
employment contract|arbeitsvertrag,arbeitsverhältnis|contrat de travail|contrato de trabajo
services agreement|dienstleistungsvertrag,rahmenvertrag|contrat de services|contrato de servicios
amendment|nachtrag,änderung|avenant|enmienda,modificación,adenda
clause,section|klausel,abschnitt,paragraf,ziffer|clause,article|cláusula,sección
invoice|rechnung,rechnungen|facture,factures|factura,facturas
receipt|quittung,beleg|reçu,ticket|recibo
quote,offer|angebot,kostenvoranschlag|devis,offre|presupuesto,oferta
order|bestellung,auftrag|commande,bon de commande|pedido,orden
delivery|lieferung,zustellung|livraison|entrega
letter|brief,schreiben|lettre,courrier|carta
mail,email|mail,e-mail,nachricht|courriel,mail,message|correo,mensaje
report|bericht|rapport|informe,reporte
policy|richtlinie,police|politique,règlement,police|política,póliza
minutes|protokoll,niederschrift|procès-verbal,compte rendu|acta
meeting|sitzung,besprechung,treffen,versammlung|réunion,assemblée|reunión,junta
document|dokument,unterlage,datei|document,fichier|documento,archivo
form|formular|formulaire|formulario
attachment,annex|anlage,anhang|annexe,pièce jointe|anexo,adjunto
version,edition|version,fassung,ausgabe|version,édition|versión,edición
title|titel|titre|título
subject|betreff,thema|objet,sujet|asunto,tema
name|name,namens|nom|nombre
number|nummer,zahl,anzahl|numéro,nombre|número
invoice number|rechnungsnummer|numéro de facture|número de factura
customer number|kundennummer|numéro de client|número de cliente
order number|bestellnummer,auftragsnummer|numéro de commande|número de pedido
address|adresse,anschrift,sitz|adresse,siège|dirección,domicilio,sede
phone,telephone|telefon,telefonnummer|téléphone|teléfono
price|preis,preise|prix,tarif|precio,tarifa
cost|kosten,kostet,kostete,gekostet|coût,coûte,coûter,frais|costo,coste,costos,cuesta,gastos
costs more than planned,overrun|mehrkosten|surcoût|sobrecosto
amount,sum|betrag,summe,höhe|montant,somme|importe,monto,suma,cantidad
total|gesamt,gesamtbetrag,gesamtsumme,insgesamt|total,total ttc,en tout|total,en total
net|netto,nettobetrag|net,hors taxe,ht|neto,base imponible
gross|brutto,bruttobetrag|brut,ttc,toutes taxes comprises|bruto
tax|steuer,steuern|taxe,impôt|impuesto
vat|mehrwertsteuer,mwst,umsatzsteuer,ust|tva|iva
discount|rabatt,skonto,nachlass|remise,rabais,escompte|descuento
fee|gebühr,gebühren,honorar,entgelt|frais,honoraires,redevance|tarifa,honorarios,comisión,cuota
commission|provision|commission|comisión
interest|zins,zinsen,zinssatz|intérêt,intérêts,taux|interés,intereses
rent|miete,mietzins,kaltmiete|loyer|renta,alquiler
total rent|gesamtmiete,warmmiete|loyer total,loyer charges comprises|renta total
service charges|nebenkosten,betriebskosten|charges,charges locatives|gastos comunes,gastos
deposit|kaution,mietkaution,anzahlung|dépôt de garantie,caution,acompte|fianza,depósito,anticipo
salary,wage|gehalt,lohn,vergütung,bruttogehalt,jahresgehalt|salaire,rémunération,traitement|salario,sueldo,remuneración
earn|verdient,verdienen|gagne,gagner,perçoit|gana,ganar,cobra,percibe
bonus|bonus,prämie|prime,bonus|bonificación,prima
budget|budget,etat|budget|presupuesto
revenue,turnover|umsatz,erlös|chiffre d'affaires,revenu,revenus|ingresos,facturación,ventas
profit|gewinn,ergebnis|bénéfice,résultat,profit|beneficio,ganancia,utilidad
loss|verlust|perte|pérdida
payment|zahlung,bezahlung|paiement,règlement|pago
pay,paid|zahlt,zahlen,bezahlt,bezahlen,gezahlt|paie,payer,payé,paye,règle|paga,pagar,pagado,pagó,abona
payment terms|zahlungsziel,zahlungsbedingungen,zahlungsfrist|conditions de paiement,délai de paiement|condiciones de pago,plazo de pago
due|fällig,zahlbar|à payer,exigible,échéance|vencimiento,vence,pagadero
remains,balance|restbetrag,rest,saldo,offen|reste,reste-t-il,solde|resta,saldo,pendiente
account|konto,kontonummer|compte|cuenta
bank|bank|banque|banco
currency|währung|devise,monnaie|moneda,divisa
refund|erstattung,rückerstattung,gutschrift|remboursement,avoir|reembolso,abono
insurance|versicherung|assurance|seguro
insured|versichert,versicherte,versicherter|assuré|asegurado
premium|prämie,beitrag|prime,cotisation|prima
deductible|selbstbehalt,selbstbeteiligung|franchise|franquicia,deducible
damage|schaden,schäden|dommage,dégât,sinistre|daño,siniestro
warranty|garantie,gewährleistung|garantie|garantía
liability|haftung|responsabilité|responsabilidad
penalty|vertragsstrafe,strafe|pénalité,amende|penalización,multa
law|recht,gesetz|droit,loi|ley,derecho
governing law|anwendbares recht|droit applicable,loi applicable|ley aplicable
court,jurisdiction|gericht,gerichtsstand|tribunal,juridiction|tribunal,juzgado,jurisdicción
right|recht,anspruch|droit|derecho
obligation,duty|pflicht,verpflichtung|obligation,devoir|obligación,deber
termination|kündigung,beendigung|résiliation,rupture|rescisión,terminación
terminate,cancel|kündigen,gekündigt,beenden|résilier,résilié,annuler|rescindir,terminar,cancelar
notice|kündigung,mitteilung|préavis,avis|aviso,preaviso
notice period|kündigungsfrist|préavis,délai de préavis|preaviso,plazo de preaviso
term,duration|laufzeit,dauer,vertragsdauer|durée|duración,plazo
begin,start|beginnt,beginn,anfang,beginnen,start|commence,début,débute,commencer|empieza,comienza,inicio,empezar,comenzar
end|endet,ende,enden,läuft aus,ablauf|finit,fin,termine,se termine,prend fin,expire|termina,fin,finaliza,vence,expira
take effect,apply|gilt,gelten,tritt in kraft,gültig|entre en vigueur,s'applique,valable|entra en vigor,se aplica,vigente,válido
renew,extend|verlängert,verlängern,verlängerung|renouvelle,renouvellement,prolonge|renueva,renovación,prorroga
sign,signed|unterschrieben,unterzeichnet,unterschreibt|signé,signe,signer|firmó,firmado,firma,firmar
signature|unterschrift|signature|firma
party|partei,vertragspartei,vertragspartner|partie|parte
buyer|käufer|acheteur,acquéreur|comprador
seller|verkäufer|vendeur|vendedor
supplier,vendor|lieferant,anbieter|fournisseur,prestataire|proveedor
customer,client|kunde,kunden,auftraggeber|client|cliente
recipient|empfänger|destinataire|destinatario
sender|absender|expéditeur|remitente
tenant|mieter|locataire,preneur|arrendatario,inquilino
landlord|vermieter|bailleur,propriétaire|arrendador,propietario
employer|arbeitgeber|employeur|empleador
employee|arbeitnehmer,mitarbeiter,mitarbeiterin,angestellte,beschäftigte|salarié,employé,collaborateur|empleado,trabajador
company|firma,unternehmen,gesellschaft|entreprise,société,compagnie|empresa,compañía,sociedad
managing director|geschäftsführer,geschäftsführerin|gérant,directeur général|director general,gerente
director|direktor,leiter,leiterin|directeur,directrice|director,directora
manager,supervisor|vorgesetzter,vorgesetzte,chef|supérieur,responsable,chef|supervisor,jefe,responsable
owner|eigentümer,inhaber,besitzer|propriétaire,titulaire|propietario,dueño,titular
author|autor,verfasser|auteur|autor
person,people|person,personen,leute|personne,personnes,gens|persona,personas,gente
child|kind,kinder|enfant,enfants|niño,hijo,hijos
woman|frau|femme|mujer
man|mann,herr|homme,monsieur|hombre,señor
mrs,ms|frau|madame|señora
doctor|arzt,ärztin|médecin,docteur|médico,doctor
team|team,mannschaft|équipe|equipo
department|abteilung|service,département|departamento
role,position|stelle,position,funktion|poste,fonction|puesto,cargo
work,job|arbeit,arbeiten,arbeitet|travail,travaille,travailler|trabajo,trabaja,trabajar
remote|mobil,mobiles,mobile,fern|à distance,télétravail|remoto,teletrabajo,a distancia
home|zuhause,hause|maison,domicile|casa
abroad|ausland|étranger|extranjero
working hours|arbeitszeit|horaires,temps de travail|horario,jornada
holiday,vacation,leave|urlaub,urlaubstage,ferien|congé,congés,vacances|vacaciones,permiso
probation,trial period|probezeit|période d'essai|período de prueba,prueba
training|schulung,ausbildung,fortbildung|formation|formación,capacitación
experience|erfahrung|expérience|experiencia
sick|krank,krankheit|malade,maladie|enfermo,enfermedad
electricity|strom,elektrizität|électricité|electricidad,luz
heating|heizung|chauffage|calefacción
water|wasser|eau|agua
internet|internet|internet|internet
company car|dienstwagen,firmenwagen|voiture de fonction|coche de empresa
car|auto,wagen,fahrzeug|voiture,véhicule|coche,vehículo
rental car|mietwagen|voiture de location|coche de alquiler
kilometre,miles|kilometer,km|kilomètre,kilomètres|kilómetro,kilómetros
drive,driven|gefahren,fahren,fährt|conduit,parcouru|conducido,recorrido
flight|flug|vol|vuelo
travel|reise,reisen|voyage|viaje
hotel|hotel|hôtel|hotel
food|essen,lebensmittel|nourriture,repas|comida
lunch|mittagessen|déjeuner|almuerzo,comida
missing|fehlt,fehlen,fehlend|manque,manquant|falta,faltan
dog|hund,hunde|chien,chiens|perro,perros
cat|katze,katzen|chat,chats|gato,gatos
animal,pet|tier,haustier,tiere|animal,animaux|animal,mascota
keep,hold|halten,behalten|garder,détenir|tener,mantener
allowed,permitted|erlaubt,zulässig,gestattet|autorisé,permis|permitido,autorizado
forbidden,prohibited|verboten,untersagt|interdit|prohibido
consent,approval|genehmigung,zustimmung|accord,consentement,autorisation|consentimiento,autorización,aprobación
apartment,flat|wohnung|appartement,logement|piso,apartamento,vivienda
house,building|haus,gebäude|maison,immeuble,bâtiment|casa,edificio
office|büro|bureau|oficina
room|zimmer,raum|pièce,chambre,salle|habitación,sala
floor|etage,stock,geschoss|étage|planta,piso
area,size|fläche,größe,quadratmeter|surface,superficie|superficie,tamaño
square metres|quadratmeter|mètres carrés|metros cuadrados
key|schlüssel|clé,clef|llave,llaves
city,town|stadt,ort|ville|ciudad
country|land,länder|pays|país
street|straße|rue|calle
place,location|ort,standort,platz|lieu,endroit|lugar,ubicación
product,goods|produkt,ware,artikel|produit,article,marchandise|producto,artículo,mercancía
service|leistung,leistungen,dienstleistung|service,prestation,prestations|servicio,servicios
billed,charged|abgerechnet,berechnet|facturé,facturée|facturado,cobrado
quantity|menge,anzahl|quantité|cantidad
weight|gewicht|poids|peso
unit|einheit,stück|unité,pièce|unidad,pieza
item,line|position,posten|poste,ligne,article|artículo,línea,partida
material|material,werkstoff|matériau,matière|material
made of|hergestellt aus,besteht aus|fait de,fabriqué en|hecho de,hecha de,hecha,hecho
machine|maschine,gerät|machine,appareil|máquina,aparato
software|software,programm|logiciel|software,programa
licence|lizenz|licence|licencia
data|daten|données|datos
personal data|personenbezogene daten|données personnelles|datos personales
password|passwort,kennwort|mot de passe|contraseña
security|sicherheit|sécurité|seguridad
privacy,confidentiality|datenschutz,vertraulichkeit|confidentialité|confidencialidad,privacidad
error,problem|fehler,problem|erreur,problème|error,problema
broken|kaputt,defekt,beschädigt|cassé,percé,en panne,endommagé|roto,averiado,dañado
repair|reparatur,reparieren|réparation,réparer|reparación,reparar
reason|grund,ursache|raison,motif,cause|razón,motivo,causa
goal,purpose|ziel,zweck|but,objectif|objetivo,finalidad
plan|plan,planung,geplant|plan,prévu|plan,previsto
project|projekt|projet|proyecto
task|aufgabe|tâche|tarea
decision,decided|entscheidung,beschluss,beschlossen,entschieden|décision,décidé|decisión,decidido,decidió
result|ergebnis,resultat|résultat|resultado
change|änderung,ändert,geändert,änderungen|modification,changement,changé|cambio,modificación,cambia
incompatible|inkompatibel,inkompatible,inkompatiblen|incompatible|incompatible
increase,raised|erhöhung,erhöht,steigt,gestiegen|augmentation,augmenté,hausse|aumento,aumentado,sube
decrease|senkung,sinkt,gesunken|baisse,diminution|disminución,baja
difference|unterschied,differenz|différence,écart|diferencia
maximum,most|maximal,höchstens,höchst|maximum,maximal,au plus|máximo,como máximo
minimum,least|mindestens,minimal,mindest|minimum,minimal,au moins|mínimo,al menos
high|hoch,höher|élevé,haut|alto,alta
low|niedrig|bas,faible|bajo,baja
percent|prozent|pour cent,pourcentage|por ciento,porcentaje
share|anteil|part|parte,cuota
half|hälfte|moitié|mitad
write,wrote,written|schreibt,schreiben,geschrieben|écrit,écrire,rédige,rédiger|escribe,escribir,escribió,escrito
send,sent|schickt,geschickt,gesendet,versandt|envoie,envoyé,envoyer|envía,envió,enviado,enviar
receive,get|erhält,bekommt,erhalten,bekommen|reçoit,reçu,recevoir|recibe,recibió,recibir
give|gibt,geben,gegeben|donne,donner|da,dar,dio
buy,bought|kauft,gekauft,kaufen|achète,acheté,acheter|compra,compró,comprar
sell,sold|verkauft,verkaufen|vend,vendu,vendre|vende,vendió,vender
sale|verkauf,absatz|vente,ventes|venta
use,used|verwendet,benutzt,nutzt,nutzen,verwenden|utilise,utilisé,utiliser,utilisée|usa,utiliza,utilizado,utilizar
issue,issued|ausgestellt,ausstellen|émis,émise,émettre|emitido,emitida,emitir
introduce,introduced|eingeführt,einführen|introduit,introduire|introdujo,introducir,introducido
invent,invented|erfunden,erfinden|inventé,inventer|inventó,inventar
make,made|gemacht,machen,hergestellt|fait,faire,fabriqué|hizo,hacer,hecho
say,said|sagt,gesagt|dit,dire|dice,dijo
present,attend|anwesend,teilnehmen,teilgenommen|présent,présents,assiste|presente,presentes,asistió
absent|abwesend,fehlt|absent,absents|ausente,ausentes
next|nächste,nächsten,nächster|prochain,prochaine,suivant|próximo,próxima,siguiente
responsible|verantwortlich,zuständig|responsable,chargé|responsable,encargado
draft|entwurf|brouillon,projet|borrador
article|artikel,beitrag|article|artículo
book|buch|livre|libro
study|studie,studium,untersuchung|étude|estudio,estudios
species|art,arten|espèce|especie
ant|ameise,ameisen|fourmi,fourmis|hormiga,hormigas
publisher|verlag,herausgeber|éditeur|editorial,editor
language|sprache|langue|idioma,lengua
french|französisch|français|francés
german|deutsch|allemand|alemán
english|englisch|anglais|inglés
school|schule|école|escuela,colegio
university|universität|université|universidad
health|gesundheit|santé|salud
patient|patient,patientin|patient|paciente
visit|besuch,hausbesuch|visite|visita
authority|behörde,amt|autorité,administration|autoridad,administración
court case|klage,verfahren|procès,procédure|demanda,juicio
application|antrag,anwendung,bewerbung|demande,candidature|solicitud,aplicación
conduct|verhalten,verhaltens|conduite|conducta
code|kodex,code|code|código
rule|regel,regeln|règle,règles|regla,reglas,norma
condition|bedingung,bedingungen,voraussetzung|condition,conditions|condición,condiciones
coffee|kaffee|café|café
kilogram|kilo,kilogramm,kg|kilo,kilogramme,kg|kilo,kilogramo,kg
everyone,all|alle,alles,allen|tous,toutes,tout|todos,todas,todo
hello|hallo|bonjour|hola
`;
