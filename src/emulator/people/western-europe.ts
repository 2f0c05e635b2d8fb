import { country, type Country } from './country.ts'

export const westernEurope: readonly Country[] = [
  country({
    code: 'PT',
    weight: 7,
    locales: 'pt-PT',
    zones: 'Europe/Lisbon Europe/Lisbon Europe/Lisbon Atlantic/Azores Atlantic/Madeira',
    cities: 'Lisboa Porto Braga Coimbra Évora Faro',
    phone: '+35191,+35192,+35193,+35196 #######',
    host: 'correio.example',
    given:
      'Inês João Rui Leonor Tomás Beatriz Gonçalo Mafalda Duarte Conceição Simão Íris Vasco Lídia',
    family:
      'Prado Magalhães Simões Conceição Araújo Falcão Brandão Guimarães Pinhão Leitão Sequeira Assunção',
  }),
  country({
    code: 'ES',
    weight: 6,
    locales: 'es-ES ca-ES eu-ES gl-ES',
    zones: 'Europe/Madrid Europe/Madrid Europe/Madrid Atlantic/Canary',
    cities: 'Madrid Barcelona Sevilla A_Coruña Bilbao Logroño',
    phone: '+34612,+34634,+34655,+34689 ######',
    host: 'correo.example',
    given:
      'Lucía Íñigo Begoña Álvaro Noelia Andrés Núria Martín Ainhoa Joaquín Rocío Óscar Xoán Concepción',
    family:
      'Muñoz Ibáñez Núñez Etxeberria Peña Gutiérrez Vázquez Puigdomènech Cañizares Yáñez Márquez Arístegui',
  }),
  country({
    code: 'FR',
    weight: 8,
    locales: 'fr-FR',
    zones: 'Europe/Paris',
    cities: 'Paris Lyon Nîmes Besançon Orléans Saint-Étienne',
    phone: '+3363998 ####',
    host: 'courriel.example',
    given:
      'Zoé Benoît Anaïs François Éloïse Jérôme Maëlle Gaëtan Chloé Raphaël Océane Loïc Clémence Théo',
    family:
      "Lefèvre Béranger Noël Châtelain Maçon Géraud Lemaître D'Aubigné Crépin Fauré Sévigné Hébrard",
  }),
  country({
    code: 'DE',
    weight: 9,
    locales: 'de-DE',
    zones: 'Europe/Berlin',
    cities: 'Berlin München Köln Düsseldorf Görlitz Nürnberg',
    phone: '+491713920,+49152288173 ###',
    host: 'post.example',
    given:
      'Jürgen Käthe Sören Annika Björn Lena Götz Friederike Jörg Änne Till Mareike Günther Rosalie',
    family: 'Müller Großmann Schäfer Köhler Weiß Böttcher Jäger Grünwald Strauß Vögele Löwe Krüger',
  }),
  country({
    code: 'AT',
    weight: 2,
    locales: 'de-AT',
    zones: 'Europe/Vienna',
    cities: 'Wien Graz Linz Sankt_Pölten',
    phone: '+43660,+43664,+43676 #######',
    host: 'post.example',
    given: 'Leopold Sophie Xaver Valentina Korbinian Theresa Ferdinand Magdalena',
    family: 'Gruber Höllrigl Pichler Österreicher Wögerbauer Fröschl Steinböck Hütter',
  }),
  country({
    code: 'CH',
    weight: 2,
    locales: 'de-CH fr-CH it-CH rm-CH',
    zones: 'Europe/Zurich',
    cities: 'Zürich Genève Bern Neuchâtel',
    phone: '+4176,+4178,+4179 #######',
    host: 'post.example',
    given: 'Ueli Mélanie Reto Chiara Beat Aurélie Urs Flurina',
    family: 'Bünzli Rüegg Zürcher Bernasconi Dürrenmatt Caduff Schläpfer Montandon',
  }),
  country({
    code: 'IT',
    weight: 7,
    locales: 'it-IT',
    zones: 'Europe/Rome',
    cities: 'Roma Milano Forlì Torino Palermo',
    phone: '+39333,+39347,+39366 #######',
    host: 'posta.example',
    given:
      'Niccolò Chiara Nicolò Ginevra Matteo Ilaria Cosimo Donatella Fabrizio Noemi Tancredi Perla',
    family:
      'Santarelli Dell’Aquila Bianchi Nicolò Cantù Zanella Foà Giordano Mondadorì Sforza Ricasoli Pellicanò',
  }),
  country({
    code: 'NL',
    weight: 4,
    locales: 'nl-NL fy-NL',
    zones: 'Europe/Amsterdam',
    cities: 'Amsterdam Utrecht Groningen Den_Haag',
    phone: '+31612,+31624,+31643 ######',
    host: 'post.example',
    given: 'Daniël Femke Joost Anouk Thijs Zoë Ruben Maartje Geert Noortje',
    family:
      'de_Vries van_den_Berg Mulder Dijkstra Bakker van_Houten ’t_Hooft Koningsbrugge Wiersma IJzerman',
  }),
  country({
    code: 'BE',
    weight: 3,
    locales: 'nl-BE fr-BE de-BE',
    zones: 'Europe/Brussels',
    cities: 'Brussel Gent Liège Antwerpen',
    phone: '+32470,+32485,+32496 ######',
    host: 'post.example',
    given: 'Loïs Amélie Wout Noémie Seppe Hélène Jef Margaux',
    family: 'Peeters Dujardin Verhaeghe Lefèbvre Claes Delvaux Vandenbroucke Stroobants',
  }),
  country({
    code: 'IE',
    weight: 2,
    locales: 'en-IE ga-IE',
    zones: 'Europe/Dublin',
    cities: 'Dublin Cork Gaillimh Limerick',
    phone: '+35383,+35385,+35387 #######',
    host: 'post.example',
    given: 'Siobhán Pádraig Niamh Oisín Caoimhe Seán Gráinne Fionn',
    family: "O'Brien Ó_Súilleabháin Murphy MacCárthaigh Byrne Ní_Dhomhnaill Doyle Fitzgerald",
  }),
  country({
    code: 'GB',
    weight: 9,
    locales: 'en-GB en-GB en-GB cy-GB gd-GB',
    zones: 'Europe/London',
    cities: 'London Manchester Caerdydd Glasgow Leeds Belfast',
    phone:
      '+442079460,+441134960,+441174960,+441214960,+441314960,+441414960,+441514960,+441614960,+441914980 ###',
    host: 'mail.example',
    given: 'Amelia Rhys Imogen Callum Siân Hamish Priya Olu Eilidh Gareth Zara Alistair',
    family:
      'Ashworth Llewellyn Okonkwo MacLeod Patel Pemberton Hughes Begum Featherstone Sinclair Yates Cadwallader',
  }),
]
