// SPDX-License-Identifier: Apache-2.0
#include "capabilities/notices/mail.hpp"

#include "base/bytes.hpp"
#include "base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace poa::notices {
namespace {

constexpr std::size_t plain_bytes_max = 60;
/// An encoded word is at most 75 characters long: 12 for its marks, 60 of base64, which are 45 bytes.
constexpr std::size_t word_bytes_max = 45;

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

bool is_plain(std::string_view text) {
    return text.size() <= plain_bytes_max && text.find("=?") == std::string_view::npos &&
           std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// As many whole characters as an encoded word holds: none is cut in two (RFC 2047, section 5).
std::string_view next_word(std::string_view text) {
    std::size_t end = std::min(text.size(), word_bytes_max);
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
    return text.substr(0, end);
}

std::string without_controls(std::string_view text) {
    std::string line(text);
    std::ranges::replace_if(line, is_control, ' ');
    return line;
}

} // namespace

std::string header_text(std::string_view text) {
    const std::string line = without_controls(text);
    if (is_plain(line)) return line;
    std::string made;
    for (std::string_view left = line; !left.empty();) {
        const std::string_view word = next_word(left);
        if (!made.empty()) made += "\r\n ";
        made += "=?UTF-8?B?" + to_base64(bytes_of(word)) + "?=";
        left.remove_prefix(word.size());
    }
    return made;
}

std::string header_date(Instant instant) {
    static constexpr std::array<std::string_view, 7> week = {"Thu", "Fri", "Sat", "Sun",
                                                             "Mon", "Tue", "Wed"}; // 1970-01-01: a Thursday
    static constexpr std::array<std::string_view, 12> months = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const Day day = Day::of(instant);
    const std::string text = iso(instant); // 2026-11-22T13:14:24Z
    return fmt::format("{}, {:02} {} {} {} +0000", week[static_cast<std::size_t>((day.days % 7 + 7) % 7)],
                       day.day(), months[static_cast<std::size_t>(day.month() - 1)], day.year(),
                       text.substr(11, 8));
}

std::string message_id_of(std::int64_t person, std::string_view natural_key, std::string_view from) {
    const std::string what = fmt::format("{} {}", person, natural_key);
    return "notice." + sha256(what).hex().substr(0, 32) + "@" +
           without_controls(from.substr(from.find('@') + 1));
}

std::vector<std::string> header_lines(const Mail& mail) {
    std::vector<std::string> lines = {
        "Date: " + header_date(mail.date),
        fmt::format("From: {} <{}>", header_text(mail.from_name), without_controls(mail.from)),
        fmt::format("To: <{}>", without_controls(mail.to)),
        "Subject: " + header_text(mail.text.subject),
        "Message-ID: <" + mail.message_id + ">",
        "Content-Language: " + mail.text.language,
        "Auto-Submitted: auto-generated", // RFC 3834: no answering machine answers it
    };
    if (!mail.list_page.empty())
        lines.push_back("List-Unsubscribe: <" + without_controls(mail.list_page) + ">");
    return lines;
}

std::string kept_reply(std::string_view reply) {
    const std::string line = without_controls(reply);
    if (!is_utf8(line)) return "?";
    return std::string(first_characters(trim(line), 200));
}

} // namespace poa::notices
