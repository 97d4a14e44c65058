// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/script_numbers.hpp"

#include "base/text.hpp"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace poa::documents {
namespace {

constexpr int number_max = 1500; // as for ASCII digits: a year is no number of a paragraph
constexpr int32_t bytes_read_max = 40;

struct Sign {
    UChar32 character;
    std::size_t end;
};

/// The first signs of a text, as many as any enumerator needs.
std::vector<Sign> first_signs(std::string_view text) {
    std::vector<Sign> signs;
    auto size = static_cast<int32_t>(std::min<std::size_t>(text.size(), bytes_read_max));
    for (int32_t i = 0; i < size;) {
        UChar32 c = 0;
        U8_NEXT(text.data(), i, size, c);
        if (c < 0) break;
        signs.push_back({c, static_cast<std::size_t>(i)});
    }
    return signs;
}

int chinese_digit(UChar32 c) {
    static constexpr std::u32string_view digits = U"〇一二三四五六七八九";
    std::size_t found = digits.find(static_cast<char32_t>(c));
    return found == std::u32string_view::npos ? -1 : static_cast<int>(found);
}

class NumberReader {
  public:
    explicit NumberReader(std::string_view text) : signs_(first_signs(text)) {}

    std::optional<Enumerator> read() {
        bool bracket = take('(') || take(0xFF08);
        int number = read_digits();
        bool chinese = number == 0;
        if (chinese) number = read_chinese();
        if (number <= 0 || number > number_max) return std::nullopt;
        if (!(bracket ? take(')') || take(0xFF09) : take_closer(chinese))) return std::nullopt;
        bool spaced = take_spaces();
        if (!spaced && !tight_) return std::nullopt;
        if (at_ >= signs_.size()) return std::nullopt;
        return Enumerator{Enumerator::Kind::number, std::to_string(number), signs_[at_ - 1].end, false,
                          bracket};
    }

  private:
    bool take(UChar32 c) {
        if (at_ >= signs_.size() || signs_[at_].character != c) return false;
        // After the signs of full width no space is put.
        tight_ = c == 0xFF09 || c == 0xFF0E || c == 0x3001;
        ++at_;
        return true;
    }

    bool take_spaces() {
        std::size_t begin = at_;
        while (at_ < signs_.size() && (u_isUWhiteSpace(signs_[at_].character))) ++at_;
        return at_ > begin;
    }

    int read_digits() {
        int number = 0;
        for (; at_ < signs_.size() && number <= number_max; ++at_) {
            UChar32 c = signs_[at_].character;
            int digit = c < 0x80 ? -1 : u_charDigitValue(c);
            if (digit < 0 || chinese_digit(c) >= 0) break;
            number = number * 10 + digit;
        }
        return number;
    }

    /// Up to ninety-nine: "七", "十", "十七", "二十", "二十七".
    int read_chinese() {
        int tens = 0, ones = take_chinese_digit();
        if (take(0x5341)) {
            tens = ones == 0 ? 1 : ones;
            ones = take_chinese_digit();
        }
        return tens * 10 + ones;
    }

    int take_chinese_digit() {
        int digit = at_ < signs_.size() ? chinese_digit(signs_[at_].character) : -1;
        if (digit > 0) ++at_;
        return std::max(digit, 0);
    }

    /// ". ", ") ", " - ", "- ", "．", "、".
    bool take_closer(bool chinese) {
        if (chinese) return take(0x3001) || take(0xFF0E) || take('.');
        if (take('.') || take(')') || take(0xFF0E) || take(0x3001) || take(0xFF09)) return true;
        if (take('\\')) return take('.') || take(')');
        take_spaces();
        return take('-') || take(0x2013) || take(0x2014) || take(0x0640);
    }

    std::vector<Sign> signs_;
    std::size_t at_ = 0;
    bool tight_ = false;
};

} // namespace

std::optional<Enumerator> read_number_of_other_script(std::string_view text) {
    if (text.empty() || (static_cast<unsigned char>(text[0]) < 0x80 && text[0] != '(')) return std::nullopt;
    return NumberReader(text).read();
}

} // namespace poa::documents
