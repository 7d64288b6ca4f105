"""Heads of state and government whom news calls by office and surname alone: "President Obama".

A general list, drawn up by hand, of holders of widely reported offices since about 1990. An entry completes a surname
only where the text gives it with a title of that office and never with a first name, and only if the surname is in the
list once for that office.
"""

from __future__ import annotations

_PRESIDENTS = """
George Bush, Bill Clinton, Barack Obama, Donald Trump, Joe Biden, Ronald Reagan, Jimmy Carter, Vladimir Putin,
Dmitry Medvedev, Boris Yeltsin, Mikhail Gorbachev, Volodymyr Zelensky, Petro Poroshenko, Viktor Yanukovych,
Emmanuel Macron, François Hollande, Nicolas Sarkozy, Jacques Chirac, Xi Jinping, Hu Jintao, Moon Jae-in,
Park Geun-hye, Hassan Rouhani, Ebrahim Raisi, Mahmoud Ahmadinejad, Mohammad Khatami, Recep Tayyip Erdogan,
Bashar Assad, Abdel Fattah el-Sissi, Hosni Mubarak, Mohammed Morsi, Mahmoud Abbas, Reuven Rivlin, Shimon Peres,
Isaac Herzog, Jair Bolsonaro, Dilma Rousseff, Michel Temer, Nicolás Maduro, Hugo Chávez, Andrés Manuel López Obrador,
Enrique Peña Nieto, Felipe Calderón, Mauricio Macri, Cristina Fernández de Kirchner, Juan Manuel Santos, Iván Duque,
Cyril Ramaphosa, Jacob Zuma, Nelson Mandela, Thabo Mbeki, Muhammadu Buhari, Goodluck Jonathan, Uhuru Kenyatta,
William Ruto, Paul Kagame, Robert Mugabe, Emmerson Mnangagwa, Ashraf Ghani, Hamid Karzai, Rodrigo Duterte,
Benigno Aquino, Joko Widodo, Alexander Lukashenko, Andrzej Duda, Klaus Iohannis, Aleksandar Vucic,
Frank-Walter Steinmeier, Joachim Gauck, Sergio Mattarella, Sauli Niinisto, Raúl Castro, Fidel Castro, Evo Morales,
Rafael Correa, Lech Walesa, Václav Havel, Tsai Ing-wen, Ursula von der Leyen, Jean-Claude Juncker, Donald Tusk,
José Manuel Barroso, Javier Milei, Gustavo Petro, Gabriel Boric, Michelle Bachelet, Sebastián Piñera
"""
_PRIME_MINISTERS = """
Benjamin Netanyahu, Ehud Olmert, Ehud Barak, Ariel Sharon, Yitzhak Rabin, Naftali Bennett, Yair Lapid, David Cameron,
Theresa May, Boris Johnson, Liz Truss, Rishi Sunak, Keir Starmer, Gordon Brown, Tony Blair, John Major,
Margaret Thatcher, Justin Trudeau, Stephen Harper, Mark Carney, Scott Morrison, Malcolm Turnbull, Tony Abbott,
Julia Gillard, Kevin Rudd, Anthony Albanese, Jacinda Ardern, John Key, Narendra Modi, Manmohan Singh, Imran Khan,
Nawaz Sharif, Shinzo Abe, Yoshihide Suga, Fumio Kishida, Viktor Orban, Mateusz Morawiecki, Matteo Renzi,
Silvio Berlusconi, Giuseppe Conte, Mario Draghi, Giorgia Meloni, Mariano Rajoy, Pedro Sánchez, Alexis Tsipras,
Kyriakos Mitsotakis, Mark Rutte, Leo Varadkar, Enda Kenny, Micheál Martin, Haider al-Abadi, Nouri al-Maliki,
Abiy Ahmed, Sheikh Hasina, Lee Hsien Loong, Mahathir Mohamad, Stefan Lofven, Mette Frederiksen, Erna Solberg,
Sanna Marin, Manuel Valls, Dmitry Medvedev, Najib Razak
"""
_CHANCELLORS = (
    "Angela Merkel, Helmut Kohl, Gerhard Schröder, Olaf Scholz, Friedrich Merz, Sebastian Kurz, Karl Nehammer"
)
_FAMILY_FIRST = frozenset({"Xi", "Hu", "Moon", "Park", "Tsai", "Lee"})
_TITLES = {
    "President": _PRESIDENTS,
    "Minister": _PRIME_MINISTERS,
    "Premier": _PRIME_MINISTERS,
    "Chancellor": _CHANCELLORS,
}


def _by_surname(listed: str) -> dict[str, str]:
    """Return the full name for each surname that stands once in ``listed``."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for entry in listed.replace("\n", " ").split(","):
        words = entry.split()
        surname = words[0] if words[0] in _FAMILY_FIRST else words[-1]
        if surname in found:
            twice.add(surname)
        found[surname] = " ".join(words)
    return {surname: full for surname, full in found.items() if surname not in twice}


HOLDERS = {title: _by_surname(listed) for title, listed in _TITLES.items()}


def holder(titles: tuple[str, ...], surname: str) -> str | None:
    """Return the full name of the holder of an office named by the last of ``titles``, or None."""
    if not titles or titles[0] in {"Vice", "Deputy"}:
        return None
    return HOLDERS.get(titles[-1], {}).get(surname)
