/**
 * How far local time is ahead of UTC, by time zone. The core knows no time zone of the machine, so the table is its own;
 * it is enough, because every run lies in January 2026 and no zone changes its offset in that month.
 *
 * Generated from the IANA time zone database 2025c as Go 1.26 ships it: `lib/time/zoneinfo.zip`, each zone's offset at
 * 2026-01-01T00:00:00Z, and looked at for every hour of the 32 days after it.
 */

/** Minutes ahead of UTC, and the zones that are; names separated by blanks. */
const ZONES_BY_OFFSET: readonly (readonly [minutes: number, zones: string])[] = [
  [-720, 'Etc/GMT+12'],
  [-660, 'Etc/GMT+11 Pacific/Midway Pacific/Niue Pacific/Pago_Pago Pacific/Samoa US/Samoa'],
  [
    -600,
    `America/Adak America/Atka Etc/GMT+10 HST Pacific/Honolulu Pacific/Johnston Pacific/Rarotonga
     Pacific/Tahiti US/Aleutian US/Hawaii`,
  ],
  [-570, 'Pacific/Marquesas'],
  [
    -540,
    `America/Anchorage America/Juneau America/Metlakatla America/Nome America/Sitka America/Yakutat
     Etc/GMT+9 Pacific/Gambier US/Alaska`,
  ],
  [
    -480,
    `America/Ensenada America/Los_Angeles America/Santa_Isabel America/Tijuana America/Vancouver
     Canada/Pacific Etc/GMT+8 Mexico/BajaNorte PST8PDT Pacific/Pitcairn US/Pacific`,
  ],
  [
    -420,
    `America/Boise America/Cambridge_Bay America/Ciudad_Juarez America/Creston America/Dawson
     America/Dawson_Creek America/Denver America/Edmonton America/Fort_Nelson America/Hermosillo
     America/Inuvik America/Mazatlan America/Phoenix America/Shiprock America/Whitehorse
     America/Yellowknife Canada/Mountain Canada/Yukon Etc/GMT+7 MST MST7MDT Mexico/BajaSur Navajo
     US/Arizona US/Mountain`,
  ],
  [
    -360,
    `America/Bahia_Banderas America/Belize America/Chicago America/Chihuahua America/Costa_Rica
     America/El_Salvador America/Guatemala America/Indiana/Knox America/Indiana/Tell_City America/Knox_IN
     America/Managua America/Matamoros America/Menominee America/Merida America/Mexico_City
     America/Monterrey America/North_Dakota/Beulah America/North_Dakota/Center
     America/North_Dakota/New_Salem America/Ojinaga America/Rainy_River America/Rankin_Inlet
     America/Regina America/Resolute America/Swift_Current America/Tegucigalpa America/Winnipeg CST6CDT
     Canada/Central Canada/Saskatchewan Etc/GMT+6 Mexico/General Pacific/Galapagos US/Central
     US/Indiana-Starke`,
  ],
  [
    -300,
    `America/Atikokan America/Bogota America/Cancun America/Cayman America/Coral_Harbour America/Detroit
     America/Eirunepe America/Fort_Wayne America/Grand_Turk America/Guayaquil America/Havana
     America/Indiana/Indianapolis America/Indiana/Marengo America/Indiana/Petersburg
     America/Indiana/Vevay America/Indiana/Vincennes America/Indiana/Winamac America/Indianapolis
     America/Iqaluit America/Jamaica America/Kentucky/Louisville America/Kentucky/Monticello America/Lima
     America/Louisville America/Montreal America/Nassau America/New_York America/Nipigon America/Panama
     America/Pangnirtung America/Port-au-Prince America/Porto_Acre America/Rio_Branco America/Thunder_Bay
     America/Toronto Brazil/Acre Canada/Eastern Chile/EasterIsland Cuba EST EST5EDT Etc/GMT+5 Jamaica
     Pacific/Easter US/East-Indiana US/Eastern US/Michigan`,
  ],
  [
    -240,
    `America/Anguilla America/Antigua America/Aruba America/Barbados America/Blanc-Sablon
     America/Boa_Vista America/Campo_Grande America/Caracas America/Cuiaba America/Curacao
     America/Dominica America/Glace_Bay America/Goose_Bay America/Grenada America/Guadeloupe
     America/Guyana America/Halifax America/Kralendijk America/La_Paz America/Lower_Princes
     America/Manaus America/Marigot America/Martinique America/Moncton America/Montserrat
     America/Port_of_Spain America/Porto_Velho America/Puerto_Rico America/Santo_Domingo
     America/St_Barthelemy America/St_Kitts America/St_Lucia America/St_Thomas America/St_Vincent
     America/Thule America/Tortola America/Virgin Atlantic/Bermuda Brazil/West Canada/Atlantic Etc/GMT+4`,
  ],
  [-210, 'America/St_Johns Canada/Newfoundland'],
  [
    -180,
    `America/Araguaina America/Argentina/Buenos_Aires America/Argentina/Catamarca
     America/Argentina/ComodRivadavia America/Argentina/Cordoba America/Argentina/Jujuy
     America/Argentina/La_Rioja America/Argentina/Mendoza America/Argentina/Rio_Gallegos
     America/Argentina/Salta America/Argentina/San_Juan America/Argentina/San_Luis
     America/Argentina/Tucuman America/Argentina/Ushuaia America/Asuncion America/Bahia America/Belem
     America/Buenos_Aires America/Catamarca America/Cayenne America/Cordoba America/Coyhaique
     America/Fortaleza America/Jujuy America/Maceio America/Mendoza America/Miquelon America/Montevideo
     America/Paramaribo America/Punta_Arenas America/Recife America/Rosario America/Santarem
     America/Santiago America/Sao_Paulo Antarctica/Palmer Antarctica/Rothera Atlantic/Stanley Brazil/East
     Chile/Continental Etc/GMT+3`,
  ],
  [
    -120,
    `America/Godthab America/Noronha America/Nuuk America/Scoresbysund Atlantic/South_Georgia
     Brazil/DeNoronha Etc/GMT+2`,
  ],
  [-60, 'Atlantic/Azores Atlantic/Cape_Verde Etc/GMT+1'],
  [
    0,
    `Africa/Abidjan Africa/Accra Africa/Bamako Africa/Banjul Africa/Bissau Africa/Conakry Africa/Dakar
     Africa/Freetown Africa/Lome Africa/Monrovia Africa/Nouakchott Africa/Ouagadougou Africa/Sao_Tome
     Africa/Timbuktu America/Danmarkshavn Antarctica/Troll Atlantic/Canary Atlantic/Faeroe Atlantic/Faroe
     Atlantic/Madeira Atlantic/Reykjavik Atlantic/St_Helena Eire Etc/GMT Etc/GMT+0 Etc/GMT-0 Etc/GMT0
     Etc/Greenwich Etc/UCT Etc/UTC Etc/Universal Etc/Zulu Europe/Belfast Europe/Dublin Europe/Guernsey
     Europe/Isle_of_Man Europe/Jersey Europe/Lisbon Europe/London Factory GB GB-Eire GMT GMT+0 GMT-0 GMT0
     Greenwich Iceland Portugal UCT UTC Universal WET Zulu`,
  ],
  [
    60,
    `Africa/Algiers Africa/Bangui Africa/Brazzaville Africa/Casablanca Africa/Ceuta Africa/Douala
     Africa/El_Aaiun Africa/Kinshasa Africa/Lagos Africa/Libreville Africa/Luanda Africa/Malabo
     Africa/Ndjamena Africa/Niamey Africa/Porto-Novo Africa/Tunis Arctic/Longyearbyen Atlantic/Jan_Mayen
     CET Etc/GMT-1 Europe/Amsterdam Europe/Andorra Europe/Belgrade Europe/Berlin Europe/Bratislava
     Europe/Brussels Europe/Budapest Europe/Busingen Europe/Copenhagen Europe/Gibraltar Europe/Ljubljana
     Europe/Luxembourg Europe/Madrid Europe/Malta Europe/Monaco Europe/Oslo Europe/Paris Europe/Podgorica
     Europe/Prague Europe/Rome Europe/San_Marino Europe/Sarajevo Europe/Skopje Europe/Stockholm
     Europe/Tirane Europe/Vaduz Europe/Vatican Europe/Vienna Europe/Warsaw Europe/Zagreb Europe/Zurich
     MET Poland`,
  ],
  [
    120,
    `Africa/Blantyre Africa/Bujumbura Africa/Cairo Africa/Gaborone Africa/Harare Africa/Johannesburg
     Africa/Juba Africa/Khartoum Africa/Kigali Africa/Lubumbashi Africa/Lusaka Africa/Maputo
     Africa/Maseru Africa/Mbabane Africa/Tripoli Africa/Windhoek Asia/Beirut Asia/Famagusta Asia/Gaza
     Asia/Hebron Asia/Jerusalem Asia/Nicosia Asia/Tel_Aviv EET Egypt Etc/GMT-2 Europe/Athens
     Europe/Bucharest Europe/Chisinau Europe/Helsinki Europe/Kaliningrad Europe/Kiev Europe/Kyiv
     Europe/Mariehamn Europe/Nicosia Europe/Riga Europe/Sofia Europe/Tallinn Europe/Tiraspol
     Europe/Uzhgorod Europe/Vilnius Europe/Zaporozhye Israel Libya`,
  ],
  [
    180,
    `Africa/Addis_Ababa Africa/Asmara Africa/Asmera Africa/Dar_es_Salaam Africa/Djibouti Africa/Kampala
     Africa/Mogadishu Africa/Nairobi Antarctica/Syowa Asia/Aden Asia/Amman Asia/Baghdad Asia/Bahrain
     Asia/Damascus Asia/Istanbul Asia/Kuwait Asia/Qatar Asia/Riyadh Etc/GMT-3 Europe/Istanbul
     Europe/Kirov Europe/Minsk Europe/Moscow Europe/Simferopol Europe/Volgograd Indian/Antananarivo
     Indian/Comoro Indian/Mayotte Turkey W-SU`,
  ],
  [210, 'Asia/Tehran Iran'],
  [
    240,
    `Asia/Baku Asia/Dubai Asia/Muscat Asia/Tbilisi Asia/Yerevan Etc/GMT-4 Europe/Astrakhan Europe/Samara
     Europe/Saratov Europe/Ulyanovsk Indian/Mahe Indian/Mauritius Indian/Reunion`,
  ],
  [270, 'Asia/Kabul'],
  [
    300,
    `Antarctica/Mawson Antarctica/Vostok Asia/Almaty Asia/Aqtau Asia/Aqtobe Asia/Ashgabat Asia/Ashkhabad
     Asia/Atyrau Asia/Dushanbe Asia/Karachi Asia/Oral Asia/Qostanay Asia/Qyzylorda Asia/Samarkand
     Asia/Tashkent Asia/Yekaterinburg Etc/GMT-5 Indian/Kerguelen Indian/Maldives`,
  ],
  [330, 'Asia/Calcutta Asia/Colombo Asia/Kolkata'],
  [345, 'Asia/Kathmandu Asia/Katmandu'],
  [
    360,
    `Asia/Bishkek Asia/Dacca Asia/Dhaka Asia/Kashgar Asia/Omsk Asia/Thimbu Asia/Thimphu Asia/Urumqi
     Etc/GMT-6 Indian/Chagos`,
  ],
  [390, 'Asia/Rangoon Asia/Yangon Indian/Cocos'],
  [
    420,
    `Antarctica/Davis Asia/Bangkok Asia/Barnaul Asia/Ho_Chi_Minh Asia/Hovd Asia/Jakarta Asia/Krasnoyarsk
     Asia/Novokuznetsk Asia/Novosibirsk Asia/Phnom_Penh Asia/Pontianak Asia/Saigon Asia/Tomsk
     Asia/Vientiane Etc/GMT-7 Indian/Christmas`,
  ],
  [
    480,
    `Antarctica/Casey Asia/Brunei Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Harbin
     Asia/Hong_Kong Asia/Irkutsk Asia/Kuala_Lumpur Asia/Kuching Asia/Macao Asia/Macau Asia/Makassar
     Asia/Manila Asia/Shanghai Asia/Singapore Asia/Taipei Asia/Ujung_Pandang Asia/Ulaanbaatar
     Asia/Ulan_Bator Australia/Perth Australia/West Etc/GMT-8 Hongkong PRC ROC Singapore`,
  ],
  [525, 'Australia/Eucla'],
  [
    540,
    `Asia/Chita Asia/Dili Asia/Jayapura Asia/Khandyga Asia/Pyongyang Asia/Seoul Asia/Tokyo Asia/Yakutsk
     Etc/GMT-9 Japan Pacific/Palau ROK`,
  ],
  [570, 'Australia/Darwin Australia/North'],
  [
    600,
    `Antarctica/DumontDUrville Asia/Ust-Nera Asia/Vladivostok Australia/Brisbane Australia/Lindeman
     Australia/Queensland Etc/GMT-10 Pacific/Chuuk Pacific/Guam Pacific/Port_Moresby Pacific/Saipan
     Pacific/Truk Pacific/Yap`,
  ],
  [630, 'Australia/Adelaide Australia/Broken_Hill Australia/South Australia/Yancowinna'],
  [
    660,
    `Antarctica/Macquarie Asia/Magadan Asia/Sakhalin Asia/Srednekolymsk Australia/ACT Australia/Canberra
     Australia/Currie Australia/Hobart Australia/LHI Australia/Lord_Howe Australia/Melbourne
     Australia/NSW Australia/Sydney Australia/Tasmania Australia/Victoria Etc/GMT-11 Pacific/Bougainville
     Pacific/Efate Pacific/Guadalcanal Pacific/Kosrae Pacific/Noumea Pacific/Pohnpei Pacific/Ponape`,
  ],
  [
    720,
    `Asia/Anadyr Asia/Kamchatka Etc/GMT-12 Kwajalein Pacific/Fiji Pacific/Funafuti Pacific/Kwajalein
     Pacific/Majuro Pacific/Nauru Pacific/Norfolk Pacific/Tarawa Pacific/Wake Pacific/Wallis`,
  ],
  [
    780,
    `Antarctica/McMurdo Antarctica/South_Pole Etc/GMT-13 NZ Pacific/Apia Pacific/Auckland
     Pacific/Enderbury Pacific/Fakaofo Pacific/Kanton Pacific/Tongatapu`,
  ],
  [825, 'NZ-CHAT Pacific/Chatham'],
  [840, 'Etc/GMT-14 Pacific/Kiritimati'],
];

const OFFSETS: ReadonlyMap<string, number> = new Map(
  ZONES_BY_OFFSET.flatMap(([minutes, zones]) =>
    zones.split(/\s+/).map((zone): [string, number] => [zone, minutes]),
  ),
);

/**
 * Minutes that a zone's local time is ahead of UTC in January 2026.
 *
 * @param zone as the IANA database spells it; empty: UTC
 * @returns undefined for a name that Go's `time.LoadLocation` would not find
 * @rule KO20
 */
export function zoneOffsetMinutes(zone: string): number | undefined {
  if (zone === '' || zone === 'UTC' || zone === 'Local') return 0;
  return OFFSETS.get(zone);
}
