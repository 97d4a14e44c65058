// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/report.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "capabilities/views/positions_file.hpp"
#include "web/described.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>
#include <numeric>

namespace poa::views {
namespace {

void write_count(JsonWriter& json, const Matrix& matrix, const std::vector<std::size_t>& states) {
    json.begin_object()
        .key("count")
        .value(static_cast<std::int64_t>(states.size()))
        .key("states")
        .begin_array();
    for (const std::string& code : codes_of(matrix, states)) json.value(code);
    json.end_array().end_object();
}

std::vector<std::size_t> states_at_least(const Matrix& matrix, const std::vector<Strength>& strengths,
                                         Strength least) {
    std::vector<std::size_t> found;
    for (std::size_t actor = 0; actor < strengths.size(); ++actor)
        if (matrix.actors()[actor].kind == ActorKind::state && strengths[actor] >= least)
            found.push_back(actor);
    return found;
}

void write_part(JsonWriter& json, const Matrix& matrix, const ClaimPart& part,
                const std::vector<Strength>& strengths) {
    json.begin_object().key("name").value(part.name).key("formula").value(part.formula.text());
    json.key("strict");
    write_count(json, matrix, states_at_least(matrix, strengths, Strength::conditional));
    json.key("loose");
    write_count(json, matrix, states_at_least(matrix, strengths, Strength::inferred));
    json.end_object();
}

void write_claim(JsonWriter& json, const Standing& standing, std::size_t place, std::string_view language) {
    const Claim& claim = standing.claims->claims[place];
    const ClaimTally& tally = standing.summary.of(place);
    const std::string_view word = standing.bands->word(tally.count(standing.bands->basis()));
    json.begin_object();
    json.key("id").value(claim.id).key("paragraph").value(claim.paragraph);
    json.key("section").value(claim.section).key("quantifier").value(word);
    json.key("published_quantifier").value(claim.published_quantifier);
    json.key("fit").value(name_of(fit_of(claim, tally, *standing.bands)));
    json.key("sentence").value(sentence_of(summary_words(), claim, word, language));
    json.key("claim").value(claim.claim).key("strict");
    write_count(json, standing.matrix, tally.strict_states(standing.matrix));
    json.key("loose");
    write_count(json, standing.matrix, tally.loose_states(standing.matrix));
    json.key("whole"); // every part, however weakly: what a word is chosen by where the bands say loose
    write_count(json, standing.matrix, tally.whole_states(standing.matrix));
    json.key("parts").begin_array();
    for (std::size_t i = 0; i < claim.parts.size(); ++i)
        write_part(json, standing.matrix, claim.parts[i], tally.parts[i]);
    json.end_array().end_object();
}

std::string_view observation_status(Strength strength) {
    switch (strength) {
    case Strength::firm:
        return "A";
    case Strength::conditional:
        return "E";
    default:
        return "I";
    }
}

void end_line(std::string& out) {
    out += "\r\n";
}

template <class F> void each_answered(const Matrix& matrix, const MatrixPart& part, F&& f) {
    for (std::size_t actor : part.actors)
        for (std::size_t variable : part.variables)
            if (const Answer* answer = matrix.answer(variable, actor))
                f(matrix.actors()[actor], matrix.questions().at(variable), *answer,
                  matrix.cell(variable, actor).strength);
}

void row(std::string& out, std::initializer_list<std::string_view> cells) {
    bool first = true;
    for (std::string_view cell : cells) {
        if (!std::exchange(first, false)) out += ',';
        web::append_csv_cell(out, cell);
    }
    end_line(out);
}

} // namespace

std::vector<WordExample> published_examples(const Standing& standing, CountBasis basis) {
    std::vector<WordExample> examples;
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) {
        const Claim& claim = standing.claims->claims[i];
        examples.push_back({claim.id, std::string(plain_word(claim.published_quantifier)),
                            standing.summary.of(i).count(basis)});
    }
    return examples;
}

std::vector<std::string> quantifier_order() {
    std::vector<std::string> words;
    for (const SummaryWords::Word& word : summary_words().words) words.push_back(word.word);
    return words;
}

Result<std::vector<WordExample>> parse_examples(std::string_view text) {
    auto parsed = parse_json_with_lines(text);
    if (!parsed) return refuse(parsed.error());
    const boost::json::object* root = parsed->if_object();
    const boost::json::value* list = root == nullptr ? nullptr : root->if_contains("examples");
    Refusal problems{Refusal::Kind::bad_input, {}};
    auto add = [&](const char* code, std::string part, std::string word) {
        problems.reasons.push_back(
            Reason{code, {}, {{"part", std::move(part)}, {"word", std::move(word)}}, {}});
    };
    std::vector<WordExample> examples;
    if (list == nullptr || !list->is_array()) {
        add("views.file_part", "examples", {});
        return refuse(std::move(problems));
    }
    const std::vector<std::string> known = quantifier_order();
    for (const boost::json::value& each : list->get_array()) {
        const boost::json::object* example = each.if_object();
        const boost::json::value* word = example == nullptr ? nullptr : example->if_contains("word");
        const boost::json::value* count = example == nullptr ? nullptr : example->if_contains("count");
        const std::string place = "examples[" + std::to_string(examples.size()) + "]";
        const bool right = word != nullptr && word->is_string() && count != nullptr && count->is_int64() &&
                           count->get_int64() >= 0 && count->get_int64() <= 1000;
        if (!right) add("views.file_part", place, {});
        WordExample made{place, right ? std::string(word->get_string()) : std::string(),
                         right ? static_cast<int>(count->get_int64()) : 0};
        if (right && std::ranges::find(known, made.word) == known.end())
            add("views.word_unknown", place, made.word);
        examples.push_back(std::move(made));
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return examples;
}

MatrixPart whole(const Matrix& matrix) {
    MatrixPart part{std::vector<std::size_t>(matrix.actors().size()),
                    std::vector<std::size_t>(matrix.questions().size())};
    std::iota(part.actors.begin(), part.actors.end(), 0U);
    std::iota(part.variables.begin(), part.variables.end(), 0U);
    return part;
}

std::vector<std::string> codes_of(const Matrix& matrix, const std::vector<std::size_t>& actors) {
    std::vector<std::string> codes;
    for (std::size_t actor : actors) codes.push_back(matrix.actors()[actor].code);
    return codes;
}

std::string summary_json(const Standing& standing, std::string_view language) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("title").value(standing.claims->title);
    json.key("document").value(standing.claims->document);
    json.key("claims_version").value(standing.claims->version);
    json.key("states").value(static_cast<std::int64_t>(standing.matrix.states()));
    json.key("bands").raw(write_bands({standing.bands->version(), standing.bands->basis(),
                                       standing.bands->states(), standing.bands->all()}));
    json.key("claims").begin_array();
    for (std::size_t i = 0; i < standing.claims->claims.size(); ++i) write_claim(json, standing, i, language);
    json.end_array().end_object();
    return out;
}

std::string matrix_csv(const Matrix& matrix, const MatrixPart& part) {
    std::string out = "\xEF\xBB\xBF";
    row(out, {"actor", "kind", "question", "answer", "strength"});
    each_answered(
        matrix, part,
        [&](const PositionActor& actor, const Variable& variable, const Answer& answer, Strength strength) {
            row(out, {actor.code, name_of(actor.kind), variable.key, text_of(answer), name_of(strength)});
        });
    return out;
}

std::string matrix_sdmx_csv(const Matrix& matrix, const MatrixPart& part) {
    std::string out;
    row(out, {"STRUCTURE", "STRUCTURE_ID", "ACTION", "REF_AREA", "QUESTION", "OBS_VALUE", "OBS_STATUS"});
    each_answered(
        matrix, part,
        [&](const PositionActor& actor, const Variable& variable, const Answer& answer, Strength strength) {
            const std::string area = actor.kind == ActorKind::state ? actor.code : "_O_" + actor.code;
            row(out, {"dataflow", "POA:POSITIONS(1.0)", "I", area, variable.key, text_of(answer),
                      observation_status(strength)});
        });
    return out;
}

std::string matrix_json(const Matrix& matrix, const MatrixPart& part) {
    std::string out;
    JsonWriter json(out);
    json.begin_object()
        .key("question_set")
        .value(matrix.questions().version())
        .key("questions")
        .begin_array();
    for (std::size_t variable : part.variables) {
        const Variable& question = matrix.questions().at(variable);
        json.begin_object().key("key").value(question.key).key("kind").value(name_of(question.kind));
        json.key("description").value(question.description).key("allowed").begin_array();
        for (const std::string& word : question.allowed) json.value(word);
        json.end_array().end_object();
    }
    json.end_array().key("actors").begin_array();
    for (std::size_t actor : part.actors) {
        const PositionActor& who = matrix.actors()[actor];
        json.begin_object().key("code").value(who.code).key("kind").value(name_of(who.kind));
        json.key("name").value(who.name).key("positions").begin_object();
        for (std::size_t variable : part.variables)
            if (const Answer* answer = matrix.answer(variable, actor))
                json.key(matrix.questions().at(variable).key)
                    .begin_object()
                    .key("answer")
                    .raw(json_of(*answer))
                    .key("strength")
                    .value(name_of(matrix.cell(variable, actor).strength))
                    .end_object();
        json.end_object().end_object();
    }
    json.end_array().end_object();
    return out;
}

} // namespace poa::views
