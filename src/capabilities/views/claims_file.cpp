// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/claims_file.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"
#include "capabilities/views/positions_file.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <algorithm>

namespace poa::views {
namespace {

namespace json = boost::json;

void add_part(Refusal& problems, std::string part, std::string claim = {}) {
    problems.reasons.push_back(
        Reason{"views.file_part", {}, {{"part", std::move(part)}, {"claim", std::move(claim)}}, {}});
}

std::string text_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value != nullptr && value->is_string() ? nfc(value->get_string()) : std::string();
}

/// A whole number; `otherwise` where there is none, and a problem where it is something else.
int number_at(const json::object& object, std::string_view key, int otherwise, Refusal& problems) {
    const json::value* value = object.if_contains(key);
    if (value == nullptr) return otherwise;
    if (!value->is_int64() || value->get_int64() < -1'000'000 || value->get_int64() > 1'000'000) {
        add_part(problems, std::string(key), text_at(object, "id") + text_at(object, "word"));
        return otherwise;
    }
    return static_cast<int>(value->get_int64());
}

const json::array* array_at(const json::object& object, std::string_view key) {
    const json::value* value = object.if_contains(key);
    return value == nullptr ? nullptr : value->if_array();
}

Result<json::object> parse_object(std::string_view text) {
    auto parsed = parse_json_with_lines(text);
    if (!parsed) return refuse(parsed.error());
    if (!parsed->is_object()) return refuse(Refusal::Kind::bad_input, "json.not_an_object");
    return std::move(parsed->get_object());
}

Sentence sentence_at(const json::object& object, std::string_view key) {
    Sentence sentence;
    const json::value* value = object.if_contains(key);
    if (value != nullptr && value->is_object())
        for (const auto& [language, text] : value->get_object())
            if (text.is_string()) sentence.emplace(language, nfc(text.get_string()));
    return sentence;
}

std::optional<ClaimText> claim_of(const json::value& value, Refusal& problems) {
    const json::object* object = value.if_object();
    if (object == nullptr || text_at(*object, "id").empty()) {
        add_part(problems, "claims[].id");
        return std::nullopt;
    }
    ClaimText claim{text_at(*object, "id"),
                    number_at(*object, "paragraph", 0, problems),
                    text_at(*object, "section"),
                    text_at(*object, "published_quantifier"),
                    text_at(*object, "claim"),
                    text_at(*object, "note"),
                    {},
                    sentence_at(*object, "clauses")};
    if (claim.claim.empty()) add_part(problems, "claim", claim.id);
    if (object->contains("parts") && array_at(*object, "parts") == nullptr)
        add_part(problems, "parts", claim.id);
    if (const json::array* parts = array_at(*object, "parts"))
        for (const json::value& part : *parts) {
            const json::object* inside = part.if_object();
            if (inside == nullptr || text_at(*inside, "formula").empty())
                add_part(problems, "parts[].formula", claim.id);
            else
                claim.parts.push_back({text_at(*inside, "name"), text_at(*inside, "formula")});
        }
    return claim;
}

std::string_view in(const Sentence& sentence, std::string_view language) {
    auto found = sentence.find(language);
    if (found == sentence.end()) found = sentence.find("en");
    return found == sentence.end() ? std::string_view() : std::string_view(found->second);
}

/// French leaves out the e of "que" before a vowel.
bool begins_with_vowel(std::string_view text) {
    static constexpr std::string_view vowels[] = {"a", "e", "i", "o", "u", "y", "é", "è", "ê", "à",
                                                  "â", "î", "ô", "É", "A", "E", "I", "O", "U", "À"};
    return std::ranges::any_of(vowels, [&](std::string_view vowel) { return text.starts_with(vowel); });
}

} // namespace

Result<ClaimsFile> parse_claims(std::string_view text) {
    auto root = parse_object(text);
    if (!root) return refuse(root.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    ClaimsFile file;
    file.title = text_at(*root, "title");
    file.version = number_at(*root, "version", 1, problems);
    file.document = text_at(*root, "document");
    if (const json::array* sections = array_at(*root, "sections"))
        for (const json::value& each : *sections)
            if (const json::object* section = each.if_object())
                file.sections.push_back({text_at(*section, "key"), text_at(*section, "title")});
    const json::array* claims = array_at(*root, "claims");
    if (claims == nullptr || claims->empty())
        add_part(problems, "claims");
    else
        for (const json::value& each : *claims)
            if (auto claim = claim_of(each, problems)) file.claims.push_back(std::move(*claim));
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return file;
}

void fill_from(ClaimsFile& file, const ClaimsFile& known) {
    if (file.sections.empty()) file.sections = known.sections;
    if (file.document.empty()) file.document = known.document;
    if (file.title.empty()) file.title = known.title;
    for (ClaimText& claim : file.claims) {
        auto same = std::ranges::find(known.claims, claim.id, &ClaimText::id);
        if (same == known.claims.end()) continue;
        if (claim.parts.empty()) {
            claim.parts = same->parts;
            if (claim.note.empty()) claim.note = same->note;
        }
        if (claim.section.empty()) claim.section = same->section;
    }
}

Result<BandsFile> parse_bands(std::string_view text) {
    auto root = parse_object(text);
    if (!root) return refuse(root.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    BandsFile file;
    file.version = number_at(*root, "version", 1, problems);
    file.states = number_at(*root, "states", 0, problems);
    if (file.states < 1) add_part(problems, "states");
    auto basis = parse_count_basis(text_at(*root, "basis"));
    if (!basis)
        add_part(problems, "basis");
    else
        file.basis = *basis;
    const json::array* bands = array_at(*root, "bands");
    if (bands == nullptr)
        add_part(problems, "bands");
    else
        for (const json::value& each : *bands) {
            const json::object* band = each.if_object();
            if (band == nullptr || !band->contains("least") || !band->contains("most"))
                add_part(problems, "bands[].least, most");
            else
                file.bands.push_back({text_at(*band, "word"), number_at(*band, "least", 0, problems),
                                      number_at(*band, "most", 0, problems)});
        }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return file;
}

std::string write_bands(const BandsFile& file) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("version").value(file.version).key("basis").value(name_of(file.basis));
    json.key("states").value(file.states).key("bands").begin_array();
    for (const Band& band : file.bands)
        json.begin_object()
            .key("word")
            .value(band.word)
            .key("least")
            .value(band.least)
            .key("most")
            .value(band.most)
            .end_object();
    json.end_array().end_object();
    return out;
}

const SummaryWords::Word* SummaryWords::find(std::string_view word) const {
    auto found = std::ranges::find(words, word, &Word::word);
    return found == words.end() ? nullptr : &*found;
}

Result<SummaryWords> parse_words(std::string_view quantifiers, std::string_view sentences) {
    auto words = parse_object(quantifiers);
    if (!words) return refuse(words.error());
    auto clauses = parse_object(sentences);
    if (!clauses) return refuse(clauses.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    SummaryWords made;
    if (const json::array* list = array_at(*words, "words"))
        for (const json::value& each : *list)
            if (const json::object* word = each.if_object())
                made.words.push_back(
                    {text_at(*word, "word"), sentence_at(*word, "forms"), sentence_at(*word, "short")});
    if (made.words.empty()) add_part(problems, "words");
    const json::value* all = clauses->if_contains("sentences");
    if (all == nullptr || !all->is_object())
        add_part(problems, "sentences");
    else
        for (const auto& [id, each] : all->get_object())
            made.clauses.emplace(id, sentence_at(all->get_object(), id));
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return made;
}

void add_clauses(std::vector<ClaimText>& claims, const std::vector<ClaimText>& written_for,
                 const SummaryWords& words) {
    for (ClaimText& claim : claims) {
        auto same = std::ranges::find(written_for, claim.id, &ClaimText::id);
        auto clauses = words.clauses.find(claim.id);
        if (!claim.clauses.empty() || same == written_for.end() || clauses == words.clauses.end()) continue;
        const bool is_the_same = same->claim == claim.claim &&
                                 std::ranges::equal(same->parts, claim.parts, {}, &ClaimText::Part::formula,
                                                    &ClaimText::Part::formula);
        if (is_the_same) claim.clauses = clauses->second;
    }
}

std::string sentence_of(const SummaryWords& words, const Claim& claim, std::string_view word,
                        std::string_view language) {
    const SummaryWords::Word* form = words.find(word);
    auto clause = claim.clauses.find(language);
    const std::string said = clause == claim.clauses.end() ? "“" + claim.claim + "”" : clause->second;
    std::string sentence(form == nullptr ? std::string_view(word) : in(form->forms, language));
    if (language == "zh") return sentence + said + "。";
    const bool elides = language == "fr" && (sentence.ends_with(" que") || sentence.ends_with(" de")) &&
                        begins_with_vowel(said);
    if (elides) {
        sentence.pop_back();
        sentence += "’";
    } else {
        sentence += ' ';
    }
    return sentence + said + ".";
}

} // namespace poa::views
