// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/importing/front_matter.hpp"

#include "base/text.hpp"
#include "capabilities/documents/importing/dates.hpp"

namespace poa::documents {
namespace {

constexpr std::size_t front_blocks_max = 24;
constexpr std::size_t front_line_bytes_max = 200;
constexpr std::size_t title_bytes_max = 400;

bool begins(std::string_view text, std::string_view lower) {
    return text.size() >= lower.size() && same_ignoring_case(text.substr(0, lower.size()), lower);
}

bool is_organ(std::string_view text) {
    for (std::string_view organ :
         {"General Assembly", "Security Council", "Economic and Social Council", "United Nations",
          "Human Rights Council", "Secretariat", "Assemblée générale", "Asamblea General",
          "Генеральная Ассамблея", "الجمعية العامة", "大会", "联合国"})
        if (same_ignoring_case(text, organ)) return true;
    return false;
}

bool is_session(std::string_view text) {
    std::string lower = ascii_lower(text);
    return text.size() < 60 && (lower.ends_with(" session") || lower.ends_with("ème session") ||
                                lower.ends_with(" período de sesiones") || lower.ends_with(" сессия"));
}

bool is_agenda_item(std::string_view text) {
    return begins(text, "item ") || begins(text, "agenda item") || begins(text, "point ") ||
           begins(text, "tema ");
}

/// "Submitted by Canada", "Working paper submitted by Canada", "Présenté par le Canada".
bool is_authors_line(std::string_view text) {
    std::string lower = ascii_lower(text);
    if (lower.size() > 160 || lower.ends_with('.')) return false;
    for (std::string_view words : {"submitted by ", "presented by ", "prepared by ", "présenté par ",
                                   "presentado por ", "представлено "})
        if (std::size_t at = lower.find(words); at == 0 || (at != std::string::npos && at < 40)) return true;
    return false;
}

std::vector<Language> read_languages(std::string_view text) {
    std::vector<Language> languages;
    for (std::string_view part : split(text, '/'))
        if (auto language = parse_language_name(trim(part))) languages.push_back(*language);
    return languages;
}

/// Reads the lines of the first page one after the other.
class FrontReader {
  public:
    explicit FrontReader(const std::vector<Block>& blocks) : blocks_(blocks) {}

    FrontMatter read() {
        std::size_t last = std::min(blocks_.size(), front_blocks_max);
        for (std::size_t i = 0; i < last; ++i) {
            if (blocks_[i].kind == Block::Kind::footnote) continue;
            if (!read_block(i)) break;
            front_.end = i + 1;
        }
        choose_title();
        return std::move(front_);
    }

    [[nodiscard]] bool knows(std::string_view line) {
        return line.starts_with("Original:") || read_line(line);
    }

  private:
    /// False where the first page is over.
    bool read_block(std::size_t i) {
        const Block& block = blocks_[i];
        std::string text = read_inline(block.source, true).text;
        if (block.kind != Block::Kind::text && block.kind != Block::Kind::heading) return false;
        if (read_details(text)) return true;
        if (block.kind == Block::Kind::heading) return read_heading(i, text);
        // The first line of a text without headings is its title.
        bool title = titles_.empty() && front_.end == 0 && block.lines.size() == 1 &&
                     text.find('\n') == std::string::npos;
        if (!title || text.size() > title_bytes_max || text.ends_with('.')) return false;
        titles_.push_back({i, text});
        return true;
    }

    /// Every line must be one of the known kinds.
    bool read_details(const std::string& text) {
        if (text.size() > 4 * front_line_bytes_max) return false;
        std::string_view rest = text;
        std::size_t original = rest.find("Original:");
        FrontMatter before = front_;
        if (original != std::string_view::npos) {
            front_.original_languages =
                read_languages(replace_all(std::string(rest.substr(original + 9)), "\n", ""));
            rest = rest.substr(0, original);
        }
        for (std::string_view line : split(rest, '\n'))
            if (!trim(line).empty() && !read_line(trim(line))) {
                front_ = std::move(before);
                return false;
            }
        return true;
    }

    bool read_line(std::string_view line) {
        if (line.size() > front_line_bytes_max) return false;
        if (begins(line, "distr."))
            return front_.distribution = std::string(trim(line.substr(line.find(':') + 1))), true;
        if (auto date = read_date(line)) return front_.date = front_.date ? front_.date : date, true;
        if (is_month_and_year(line)) return front_.month_only = true;
        if (auto language = parse_language_name(line)) return front_.language = language, true;
        if (auto symbol = Symbol::parse(line)) return front_.symbol = symbol, true;
        if (is_organ(line) || is_authors_line(line)) return true;
        if (is_session(line)) return front_.session = std::string(line), true;
        if (is_agenda_item(line))
            return after_agenda_item_ = true, front_.agenda_item = without_star(line), true;
        return false;
    }

    static std::string without_star(std::string_view line) {
        while (line.ends_with('*')) line.remove_suffix(1);
        return std::string(line);
    }

    bool read_heading(std::size_t i, const std::string& text) {
        std::string lower = ascii_lower(text);
        if (read_heading_enumerator(text) || lower == "contents" || lower == "summary" ||
            lower == "introduction")
            return false;
        if (!kind_of_title(text).empty() && !titles_.empty()) return front_.subtitle = text, true;
        if (!front_.subtitle.empty() || text.size() > title_bytes_max) return false;
        // A title, and before it the title of the agenda item; further headings are of the text.
        if (titles_.size() >= (after_agenda_item_ ? 2U : 1U)) return false;
        titles_.push_back({i, text});
        return true;
    }

    void choose_title() {
        if (titles_.empty()) return;
        front_.title = titles_.back().first;
        front_.title_text = replace_all(titles_.back().second, "\n", " ");
    }

    const std::vector<Block>& blocks_;
    FrontMatter front_;
    std::vector<std::pair<std::size_t, std::string>> titles_;
    bool after_agenda_item_ = false;
};

} // namespace

FrontMatter read_front_matter(const std::vector<Block>& blocks) {
    return FrontReader(blocks).read();
}

bool is_front_line(std::string_view line) {
    static const std::vector<Block> none;
    return !trim(line).empty() && FrontReader(none).knows(trim(line));
}

std::string kind_of_title(std::string_view title) {
    if (begins(title, "report of ") || begins(title, "rapport ") || begins(title, "informe "))
        return "report";
    if (begins(title, "note by ") || begins(title, "note verbale")) return "note";
    if (begins(title, "letter dated ") || begins(title, "letters dated ")) return "letter";
    if (begins(title, "resolution adopted ") || begins(title, "draft resolution")) return "resolution";
    return {};
}

std::optional<ReplyDetails> read_reply_details(std::string_view source) {
    if (source.size() > front_line_bytes_max || !trim(source).starts_with("[Original")) return std::nullopt;
    std::string text = read_inline(source, true).text;
    std::size_t colon = text.find(':'), end = text.find(']');
    if (colon == std::string::npos || end == std::string::npos || colon > end) return std::nullopt;
    ReplyDetails details;
    details.language = parse_language_name(trim(std::string_view(text).substr(colon + 1, end - colon - 1)));
    details.date = read_date(trim(std::string_view(text).substr(end + 1)));
    return details;
}

} // namespace poa::documents
