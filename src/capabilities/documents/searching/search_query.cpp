// SPDX-License-Identifier: Apache-2.0
#include "capabilities/documents/searching/search_query.hpp"

#include "base/text.hpp"

namespace poa::documents {
namespace {

struct Piece {
    std::string text;
    bool quoted = false;
    bool excluded = false;
    bool is_or = false;
};

bool is_space(std::string_view rest) {
    return !rest.empty() && (static_cast<unsigned char>(rest[0]) <= ' ' || rest.starts_with("\u3000") ||
                             rest.starts_with("\u00A0"));
}

std::size_t opening_quote(std::string_view rest) {
    for (std::string_view sign : {"\"", "“", "”", "«", "»", "„"})
        if (rest.starts_with(sign)) return sign.size();
    return 0;
}

/// Cuts at white space and quotes; a quote that never closes reaches to the end.
class PieceReader {
  public:
    explicit PieceReader(std::string_view text) : text_(text) {}

    std::vector<Piece> read() {
        while (at_ < text_.size() && pieces_.size() < 2 * query_terms_max) {
            if (is_space(rest())) {
                ++at_;
                continue;
            }
            Piece piece;
            if (rest().size() > 1 && rest()[0] == '-' && !is_space(rest().substr(1))) {
                piece.excluded = true;
                ++at_;
            }
            if (std::size_t quote = opening_quote(rest())) {
                at_ += quote;
                piece.quoted = true;
                read_until_quote(piece.text);
            } else {
                read_word(piece.text);
            }
            piece.is_or = !piece.quoted && !piece.excluded && piece.text == "OR";
            pieces_.push_back(std::move(piece));
        }
        return std::move(pieces_);
    }
    [[nodiscard]] bool at_end() const { return trim(rest()).empty(); }

  private:
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    void read_until_quote(std::string& out) {
        while (at_ < text_.size()) {
            if (std::size_t quote = opening_quote(rest())) {
                at_ += quote;
                return;
            }
            out += text_[at_++];
        }
    }
    void read_word(std::string& out) {
        while (at_ < text_.size() && !is_space(rest()) && opening_quote(rest()) == 0) out += text_[at_++];
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Piece> pieces_;
};

/// "77/37": may be a resolution, a decision or a document of that session.
std::vector<std::vector<std::string>> number_forms(std::string_view text) {
    std::size_t slash = text.find('/');
    auto digits = [](std::string_view part) {
        return !part.empty() && part.size() <= 4 &&
               std::all_of(part.begin(), part.end(), [](char c) { return c >= '0' && c <= '9'; });
    };
    if (slash == std::string_view::npos || !digits(text.substr(0, slash)) || !digits(text.substr(slash + 1)))
        return {};
    std::vector<std::vector<std::string>> forms;
    for (std::string_view series : {"A/RES/", "A/DEC/", "A/", "E/RES/"})
        forms.push_back({symbol_token(*Symbol::parse(std::string(series) + std::string(text)))});
    return forms;
}

std::vector<std::vector<std::string>> symbol_forms(std::string_view text) {
    while (!text.empty() && (text.back() == ',' || text.back() == '.' || text.back() == ';'))
        text.remove_suffix(1);
    if (auto symbol = Symbol::parse(text)) return {{symbol_token(*symbol)}};
    return number_forms(text);
}

void add_form(QueryTerm& term, std::vector<std::string> form) {
    if (form.empty() || std::find(term.forms.begin(), term.forms.end(), form) != term.forms.end()) return;
    term.forms.push_back(std::move(form));
}

std::vector<std::string> texts_of(const std::vector<Token>& tokens) {
    std::vector<std::string> texts;
    for (const Token& token : tokens) texts.push_back(token.text);
    return texts;
}

QueryTerm read_term(const Piece& piece, std::span<const Language> languages) {
    QueryTerm term;
    term.shown = piece.text;
    if (!piece.quoted) term.forms = symbol_forms(piece.text);
    if (!term.forms.empty()) return term;
    for (Language language : languages) {
        Analysed analysed = analyse(piece.text, language);
        add_form(term, texts_of(analysed.words));
        if (!piece.quoted && analysed.words.size() == 1) term.word = analysed.words.front().word;
        // Characters stand in the index as pairs too, so that another cut into words still finds them.
        bool only_ideographs = !analysed.pairs.empty() &&
                               analysed.pairs.front().begin == analysed.words.front().begin &&
                               analysed.pairs.back().end == analysed.words.back().end;
        if (only_ideographs) add_form(term, texts_of(analysed.pairs));
    }
    return term;
}

/// As much as is read, not cut inside a character; nothing of what is no text.
std::string readable_part(std::string_view text) {
    std::string_view part = text.substr(0, query_bytes_max);
    for (int cut = 0; cut < 4 && !part.empty() && !is_utf8(part); ++cut) part.remove_suffix(1);
    return is_utf8(part) ? nfc(part) : std::string();
}

std::string phrase(const std::vector<std::string>& form) {
    return "\"" + join(form, " ") + "\"";
}

std::string fts5_term(const QueryTerm& term) {
    std::vector<std::string> parts;
    for (const auto& form : term.forms) parts.push_back(phrase(form));
    return join(parts, " OR ");
}

std::string ts_term(const QueryTerm& term) {
    std::vector<std::string> forms;
    for (const auto& form : term.forms) {
        std::vector<std::string> tokens;
        for (const std::string& token : form) tokens.push_back("'" + token + "'");
        forms.push_back("(" + join(tokens, " <-> ") + ")");
    }
    return join(forms, " | ");
}

} // namespace

SearchQuery parse_query(std::string_view text, std::span<const Language> languages) {
    SearchQuery query;
    query.truncated = text.size() > query_bytes_max;
    std::string checked = readable_part(text);
    PieceReader reader(checked);
    std::size_t terms = 0;
    bool after_or = false;
    for (Piece& piece : reader.read()) {
        if (piece.is_or) {
            after_or = !query.all.empty();
            continue;
        }
        QueryTerm term = read_term(piece, languages);
        if (term.forms.empty()) continue;
        if (++terms > query_terms_max) {
            query.truncated = true;
            break;
        }
        if (piece.excluded)
            query.none.push_back(std::move(term));
        else if (after_or)
            query.all.back().push_back(std::move(term));
        else
            query.all.push_back({std::move(term)});
        after_or = false;
    }
    query.truncated |= !reader.at_end();
    return query;
}

std::string fts5_query(const SearchQuery& query, const std::vector<std::vector<std::string>>& facets) {
    std::vector<std::string> groups;
    for (const auto& group : query.all) {
        std::vector<std::string> terms;
        for (const QueryTerm& term : group) terms.push_back(fts5_term(term));
        groups.push_back("(" + join(terms, " OR ") + ")");
    }
    for (const auto& group : facets) {
        std::vector<std::string> tokens;
        for (const std::string& token : group) tokens.push_back("\"" + token + "\"");
        groups.push_back("(" + join(tokens, " OR ") + ")");
    }
    std::string out = "(" + join(groups, " AND ") + ")";
    for (const QueryTerm& term : query.none) out += " NOT (" + fts5_term(term) + ")";
    return out;
}

std::string ts_query(const SearchQuery& query, const std::vector<std::vector<std::string>>& facets) {
    std::vector<std::string> groups;
    for (const auto& group : query.all) {
        std::vector<std::string> terms;
        for (const QueryTerm& term : group) terms.push_back(ts_term(term));
        groups.push_back("(" + join(terms, " | ") + ")");
    }
    for (const auto& group : facets) {
        std::vector<std::string> tokens;
        for (const std::string& token : group) tokens.push_back("'" + token + "'");
        groups.push_back("(" + join(tokens, " | ") + ")");
    }
    for (const QueryTerm& term : query.none) groups.push_back("!(" + ts_term(term) + ")");
    return join(groups, " & ");
}

} // namespace poa::documents
