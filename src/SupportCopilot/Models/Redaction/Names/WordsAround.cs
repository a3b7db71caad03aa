namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Words that say what stands beside them.</summary>
internal static class WordsAround
{
    public const string Calendar =
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December " +
        "Mon Tue Wed Thu Fri Sat Sun Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März Mai Juni Juli Oktober Dezember " +
        "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février avril juin juillet août septembre octobre novembre décembre " +
        "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre " +
        "Christmas Easter Ramadan Thanksgiving Halloween Weihnachten Ostern Noël Navidad AM PM GMT UTC EST PST CET";

    public const string Firms =
        "Inc Incorporated LLC LLP Ltd Limited Corp Corporation Co Company Companies GmbH AG KG SA SAS SARL SRL SpA BV NV AB AS ASA Oy Oyj Aps Plc Pty PLC Group Holdings Holding Partners Associates Enterprises " +
        "Industries Technologies Technology Solutions Systems Software Services Consulting Bank Insurance Capital Ventures Labs Laboratories Media Networks Network Studios Studio Foundation Institute University " +
        "College School Hospital Clinic Agency Association Society Council Ministry Department Office Committee Union Party Museum Library Hotel Restaurant Airlines Airways Motors Electric Energy Pharma Pharmaceuticals " +
        "Investments Investment Financial Finance Logistics Data Analytics Health Healthcare Global International Worldwide Digital Interactive Online Research Sciences Science Records Republic Kingdom League Club";

    public const string Titles =
        "Mr Mrs Ms Miss Mx Dr Prof Professor Sir Madam Dame Rev Reverend Fr Capt Captain Lt Sgt Herr Herrn Frau Fräulein Monsieur Mme Madame Mlle Mademoiselle Señor Señora Señorita Sr Sra Srta Don Doña " +
        "Senhor Senhora Dona Signor Signora Signorina Sig Dott Meneer Mevrouw Mevr Dhr Hr Fru Pan Pani Bay Bayan Sayın Shri Smt";

    public const string Particles = "van von der den de del della di da dos das do du la le las los el al bin bint ben ibn abu y e und zu zum ter ten af av";

    public const string Streets =
        "Street St Str Avenue Ave Road Rd Lane Ln Drive Dr Close Court Ct Boulevard Blvd Way Place Pl Square Sq Terrace Crescent Cres Parade Highway Hwy Parkway Pkwy Circle Cir Trail Alley Row Walk Mews Grove Gardens Quay Crossing Loop Esplanade " +
        "Straße Strasse Weg Gasse Platz Allee Ring Damm Ufer Chaussee Straat Laan Plein Gracht Kade Dreef Steenweg Gata Gatan Gate Gade Vej Vei Veien Vägen Väg Terrasse Katu Tie Kuja Polku " +
        "utca út tér körút ulice náměstí ulica ulitsa prospekt pereulok caddesi sokak cadde mahallesi tee tänav mnt pst sgt puiestee maantee Flats Pass Turnpike Plains Heights Hills Ridge Bridge Station Extension Corner Corners";

    public const string StreetsBefore =
        "Rue Avenue Boulevard Place Chemin Allée Quai Impasse Route Cours Via Viale Piazza Corso Largo Vicolo Calle Avenida Av Avda Plaza Paseo Carretera Camino Ronda Travesía Rua Praça Travessa Alameda Estrada Rodovia Quinta " +
        "ul ulica al aleja Ulitsa Strada Λεωφόρος Οδός Jalan Carrer Passeig Strada Stradă Bulevardul улица ул проспект Cl Cra Carrera Cl. Rúa Urbanización";

    public const string Units = "Apt Apartment Apto Suite Ste Unit Flat Room Rm Floor Fl Box Building Bldg Wohnung Whg Appt Appartement Piso Puerta Andar Lote Etage Lgh bus";

    public const string Doings =
        "said says asked asks told tells wrote writes called calls replied answered mentioned explained confirmed promised lives live works worked moved agreed suggested spent thinks wants needs likes loves plays played named " +
        "sagte fragte schrieb meinte wohnt dit écrit a habite dijo escribió vive disse scrisse";

    public const string Callings =
        "dear hi hello hey contact ask named name names called attn attention cc with from by under to told and signed regards sincerely cheers thanks thank greetings liebe lieber hallo guten moin servus grüße gruß chère cher bonjour salut cordialement " +
        "hola estimado estimada querido querida saludos atentamente olá oi prezado prezada caro cara ciao buongiorno gentile egregio saluti beste geachte groeten kære hei hej kjære";
}
