// SPDX-License-Identifier: Apache-2.0
#pragma once
// What stands before a paragraph or a heading: "17.", "(a)", "4.1.", "IV.", "B.", a bullet.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace poa::documents {

struct Enumerator {
    enum class Kind {
        number,     ///< "17." "17)" "(17)" "4.1." "١٧ -" "十七、" "（十七）"
        letter,     ///< "(a)" "a)" "a."
        roman,      ///< "(iv)" "iv."; "(i)", "(v)" and "(x)" are read so and may be letters: `may_be_letter`
        bullet,     ///< "-", "*", "+", bullet signs
        big_roman,  ///< "IV." "IV –": headings, and items of lists
        big_letter, ///< "B." "(B)": the same
    };
    Kind kind = Kind::bullet;
    std::string number;     ///< as printed, without brackets and dot, in ASCII digits; empty for a bullet
    std::size_t length = 0; ///< bytes up to the text that follows
    bool may_be_letter = false;
    bool bracketed = false; ///< "(a)", "（一）": on both sides
    bool dotted = false;    ///< "a.", which may begin a line by chance, as initials do
};

/// The enumerator at the beginning of a paragraph or list item. Of "I." and "B." it takes a row to tell them
/// from initials: that is the caller's.
[[nodiscard]] std::optional<Enumerator> read_enumerator(std::string_view text);
/// The same at the beginning of a heading, where "IV.", "B." and "2.1" are enumerators too.
[[nodiscard]] std::optional<Enumerator> read_heading_enumerator(std::string_view text);

/// Its place in its row: "c" is 3, "iv" is 4, "17" is 17, "4.2" is 2; 0 for a bullet.
[[nodiscard]] int ordinal_of(const Enumerator& enumerator);
/// 1 for "a" ... 26 for "z", 27 for "aa" ...; 0 where it is no such letter.
[[nodiscard]] int ordinal_of_letter(std::string_view letters);
/// 4 for "iv" or "IV"; 0 where it is no Roman number below 90.
[[nodiscard]] int ordinal_of_roman(std::string_view roman);

} // namespace poa::documents
