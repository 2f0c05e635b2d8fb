import { country, type Country } from './country.ts'

// Numbers 555-0100 to 555-0199 of each area are set aside for fiction.
const fiction = (areas: string) =>
  `${areas
    .split(' ')
    .map((area) => `+1${area}55501`)
    .join(',')} ##`

export const americas: readonly Country[] = [
  country({
    code: 'US',
    weight: 14,
    locales: 'en-US en-US en-US es-US vi-US',
    zones:
      'America/New_York America/New_York America/Chicago America/Denver America/Los_Angeles America/Los_Angeles America/Phoenix America/Anchorage Pacific/Honolulu America/Indiana/Indianapolis',
    cities: 'New_York Chicago Austin Oakland Denver San_José Doña_Ana Honolulu',
    phone: fiction(
      '201 202 203 205 206 207 208 209 210 212 213 214 215 216 217 218 219 224 225 228 229 231 234 239 240 248 251 252 253 254 256 260 262 267 269 270 276 281 301 302 303 304 305 307 308 309 310 312 313 314 315 316 317 318 319 320 321 323 325 330 331 334 336 337 339 347 351 352 360 361 385 386 401 402 404 405 406 407 408 409 410 412 413 414 415 417 419 423 425 432 434 435 440 443 469 478 479 480 484 501 502 503 504 505 507 508 509 510 512 513 515 516 517 518 520 530 540 541 551 559 561 562 563 567 570 571 573 574 575 580 585 586 601 602 603 605 606 607 608 609 610 612 614 615 616 617 618 619 620 623 626 630 631 636 641 646 650 651 660 661 662 678 682 701 702 703 704 706 707 708 712 713 714 715 716 717 718 719 720 724 727 731 732 734 740 754 757 760 763 765 770 772 773 774 775 781 785 786 801 802 803 804 805 806 808 810 812 813 814 815 816 817 818 828 830 831 832 843 845 847 850 856 857 858 859 860 862 863 864 865 870 901 903 904 906 907 908 909 910 912 913 914 915 916 917 918 919 920 925 928 931 936 937 940 941 947 949 951 952 954 956 970 971 972 973 978 979 980 985 989',
    ),
    host: 'mail.example',
    given:
      'Ava Marcus Renée Tyrone Guadalupe Ethan Keisha Noah Mei-Ling José Harper Dwayne Aaliyah Wyatt',
    family:
      "Washington Nguyen García O'Connor Jackson Begay Rodríguez Kowalski Freeman Yazzie Cohen Thibodeaux Kim Baptiste",
  }),
  country({
    code: 'CA',
    weight: 4,
    locales: 'en-CA fr-CA iu-CA',
    zones:
      'America/Toronto America/Toronto America/Vancouver America/Halifax America/St_Johns America/Iqaluit',
    cities: 'Toronto Montréal Vancouver Québec Iqaluit',
    phone: fiction(
      '204 226 250 289 306 403 416 418 438 450 506 514 519 604 613 647 705 709 778 780 819 902 905',
    ),
    host: 'courriel.example',
    given: 'Geneviève Liam Maëva Connor Sébastien Harpreet Émile Tanya ᐊᓕᓯ:alisi Marie-Ève',
    family: 'Tremblay Bélanger MacDonald Singh Gagné ᐃᐱᓕ:ipili Lévesque Côté Wong Desrosiers',
  }),
  country({
    code: 'MX',
    weight: 7,
    locales: 'es-MX nah-MX',
    zones:
      'America/Mexico_City America/Mexico_City America/Tijuana America/Monterrey America/Cancun',
    cities: 'Ciudad_de_México Mérida León Querétaro',
    phone: '+5255,+5233,+5281 ########',
    host: 'correo.example',
    given: 'Xóchitl José Itzel Ángel Renata Tenoch María_José Cuauhtémoc Ximena Efraín',
    family: 'Hernández Ramírez Nopaltzin Ibarra Quiñones Cárdenas Tlatelpa Guzmán Peña Zúñiga',
  }),
  country({
    code: 'BR',
    weight: 9,
    locales: 'pt-BR',
    zones: 'America/Sao_Paulo America/Sao_Paulo America/Manaus America/Recife America/Rio_Branco',
    cities: 'São_Paulo Belém Florianópolis Brasília',
    phone: '+55119,+55219,+55319,+55719 ########',
    host: 'correio.example',
    given: 'Thaís João Luã Antônia Caetano Iracema Otávio Jussara Rogério Débora Ubirajara Ângela',
    family:
      'Gonçalves Assunção Nóbrega Antunes Guaraná Sá Brandão Caldeirão Falcão Ypiranga Xavier Zago',
  }),
  country({
    code: 'AR',
    weight: 3,
    locales: 'es-AR',
    zones: 'America/Argentina/Buenos_Aires America/Argentina/Cordoba America/Argentina/Ushuaia',
    cities: 'Buenos_Aires Córdoba Rosario Neuquén',
    phone: '+549112,+549113,+549114,+549115,+549116 #######',
    host: 'correo.example',
    given: 'Agustín Milagros Nahuel Belén Ramón Sofía Ayelén Matías',
    family: 'Fernández Goñi Güiraldes Castagnino Peralta Larrañaga Núñez Bianchi',
  }),
  country({
    code: 'CO',
    weight: 3,
    locales: 'es-CO',
    zones: 'America/Bogota',
    cities: 'Bogotá Medellín Cúcuta Ibagué',
    phone: '+57301,+57310,+57320 #######',
    host: 'correo.example',
    given: 'Yesenia Andrés Valentina Óscar Luz_Ángela Ramiro Zoraida Julián',
    family: 'Cárdenas Muñetón Restrepo Zuluaga Rincón Londoño Ospina Chiriví',
  }),
  country({
    code: 'CL',
    weight: 2,
    locales: 'es-CL arn-CL',
    zones: 'America/Santiago Pacific/Easter',
    cities: 'Santiago Valparaíso Concepción',
    phone: '+5696,+5697,+5699 #######',
    host: 'correo.example',
    given: 'Millaray Joaquín Antonia Lautaro Fernanda Cristóbal',
    family: 'Huenchumilla Yáñez Catrileo Ñancupil Sepúlveda Curinao',
  }),
]
