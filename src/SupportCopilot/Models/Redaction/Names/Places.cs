namespace SupportCopilot.Models.Redaction.Names;

/// <summary>Countries, large towns, peoples and languages: alone they are nobody's, and they are no names of people.</summary>
internal static class Places
{
    public const string All = """
        Afghanistan Albania Algeria Andorra Angola Argentina Armenia Australia Austria Azerbaijan Bahamas Bahrain Bangladesh Barbados Belarus Belgium Belize Benin Bhutan Bolivia Bosnia Botswana Brazil Brunei Bulgaria Burundi
        Cambodia Cameroon Canada Chile China Colombia Congo Croatia Cuba Cyprus Czechia Denmark Djibouti Dominica Ecuador Egypt Eritrea Estonia Ethiopia Fiji Finland France Gabon Gambia Georgia Germany Ghana Greece Greenland Grenada Guatemala Guinea
        Guyana Haiti Honduras Hungary Iceland India Indonesia Iran Iraq Ireland Israel Italy Jamaica Japan Jordan Kazakhstan Kenya Kosovo Kuwait Kyrgyzstan Laos Latvia Lebanon Lesotho Liberia Libya Liechtenstein Lithuania Luxembourg
        Madagascar Malawi Malaysia Maldives Mali Malta Mauritius Mexico Moldova Monaco Mongolia Montenegro Morocco Mozambique Myanmar Namibia Nepal Netherlands Nicaragua Niger Nigeria Norway Oman Pakistan Palestine Panama Paraguay Peru Philippines Poland
        Portugal Qatar Romania Russia Rwanda Samoa Senegal Serbia Seychelles Singapore Slovakia Slovenia Somalia Spain Sudan Suriname Sweden Switzerland Syria Taiwan Tajikistan Tanzania Thailand Togo Tonga Tunisia Turkey Turkmenistan Uganda Ukraine
        Uruguay Uzbekistan Vanuatu Venezuela Vietnam Yemen Zambia Zimbabwe England Scotland Wales Britain America Europe Asia Africa Antarctica Scandinavia Deutschland Österreich Schweiz España Italia Brasil México Polska Sverige Norge Danmark Suomi Nederland België
        Afghan Albanian Algerian American Arab Arabic Argentinian Armenian Asian Australian Austrian Azerbaijani Bangladeshi Belarusian Belgian Bolivian Brazilian British Bulgarian Cambodian Canadian Chilean Chinese Colombian Croatian Cuban Czech Danish Dutch
        Egyptian English Estonian Ethiopian European Finnish French Georgian German Ghanaian Greek Greenlander Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Jamaican Japanese Jewish Jordanian Kenyan Korean Kurdish Latin Latvian Lebanese
        Lithuanian Malaysian Maltese Mexican Mongolian Moroccan Muslim Christian Nepalese Nigerian Norwegian Pakistani Persian Peruvian Polish Portuguese Romanian Russian Saudi Scottish Serbian Slovak Slovenian Somali Spanish Sudanese Swedish Swiss Syrian Taiwanese
        Thai Tunisian Turkish Ukrainian Vietnamese Welsh Catholic Protestant Hindi Bengali Urdu Swahili Hebrew
        London Paris Berlin Madrid Rome Vienna Amsterdam Brussels Copenhagen Stockholm Oslo Helsinki Dublin Lisbon Athens Warsaw Prague Budapest Bucharest Sofia Belgrade Zagreb Kiev Kyiv Moscow Istanbul Ankara Zurich Geneva Munich Hamburg Frankfurt Cologne Stuttgart
        Düsseldorf Leipzig Dresden Milan Naples Turin Venice Barcelona Valencia Seville Lyon Marseille Nice Bordeaux Manchester Birmingham Liverpool Edinburgh Glasgow Cardiff Belfast Bristol Leeds Oxford Cambridge
        York Angeles Francisco Chicago Houston Phoenix Philadelphia Antonio Diego Dallas Seattle Denver Boston Detroit Nashville Portland Vegas Baltimore Milwaukee Albuquerque Sacramento Atlanta Miami Oakland Minneapolis Cleveland Tampa Orlando Pittsburgh Cincinnati
        Toronto Montreal Vancouver Calgary Ottawa Sydney Melbourne Brisbane Perth Auckland Wellington Tokyo Osaka Kyoto Beijing Shanghai Shenzhen Seoul Bangkok Jakarta Manila Delhi Mumbai Bangalore Chennai Kolkata Karachi Lahore Dhaka Dubai Riyadh Doha Cairo Lagos Nairobi
        Johannesburg Rio Janeiro Paulo Buenos Aires Santiago Lima Bogotá Caracas Quito Havana
        California Texas Florida Nevada Arizona Oregon Washington Colorado Utah Montana Idaho Wyoming Kansas Nebraska Dakota Minnesota Iowa Missouri Arkansas Louisiana Mississippi Alabama Tennessee Kentucky Ohio Indiana Illinois Michigan Wisconsin Pennsylvania
        Jersey Delaware Maryland Virginia Carolina Hampshire Vermont Maine Massachusetts Connecticut Hawaii Alaska Oklahoma Ontario Quebec Alberta Manitoba Bavaria Bayern Tuscany Catalonia Yorkshire Kent Essex Zealand Kong Emirates Arabia Lanka Rica Salvador Leone Korea
        USA UK UAE EU US Greenlander Uk
        """;
}
