// SPDX-License-Identifier: Apache-2.0
#include "capabilities/views/pages_contradictions_loading.hpp"

#include "base/text.hpp"
#include "capabilities/views/contradictions.hpp"

#include <algorithm>
#include <set>
#include <tuple>

namespace poa::views {
namespace {

using web::Url;

constexpr std::string_view encouraging_question = "national_positions_on_il";

/// A question of a contradiction that the question set on the record has.
struct Shown {
    const AskedQuestion& asked;
    const Variable& variable;
    std::size_t place;
};

std::vector<Shown> shown_of(const Loading& at, const std::vector<AskedQuestion>& asked) {
    std::vector<Shown> shown;
    for (const AskedQuestion& each : asked)
        if (auto place = at.standing.questions().find(each.question))
            shown.push_back({each, at.standing.questions().at(*place), *place});
    return shown;
}

/// The answers, a set word by word; of those that belong to the contradiction.
std::vector<Answer> parts_of(const Shown& shown, const Answer& answer) {
    std::vector<Answer> parts;
    if (answer.kind == AnswerKind::several_of) {
        for (const std::string& word : answer.words) {
            parts.push_back(answer);
            parts.back().words = {word};
        }
    } else {
        parts.push_back(answer);
    }
    const std::vector<std::string>& chosen = shown.asked.answers;
    std::erase_if(parts, [&](const Answer& part) {
        return !chosen.empty() && std::ranges::find(chosen, text_of(part)) == chosen.end();
    });
    return parts;
}

/// As the question lists its answers, numbers by size, free words by alphabet: never by how many say it.
auto order_of(const Variable& variable, const Answer& answer) {
    std::size_t place = 0;
    if (answer.kind == AnswerKind::yes_no)
        place = answer.yes ? 0 : 1;
    else if (!answer.words.empty())
        place = static_cast<std::size_t>(std::ranges::find(variable.allowed, answer.words.front()) -
                                         variable.allowed.begin());
    return std::tuple(place, answer.least, answer.most, text_of(answer));
}

std::vector<Answer> answers_of(const Loading& at, const Shown& shown) {
    std::vector<Answer> answers;
    for (const Answer& answer : at.standing.matrix.column(shown.place).answers())
        for (Answer& part : parts_of(shown, answer))
            if (!shown.variable.is_silent(part) && std::ranges::find(answers, part) == answers.end())
                answers.push_back(std::move(part));
    std::ranges::sort(answers, {}, [&](const Answer& each) { return order_of(shown.variable, each); });
    return answers;
}

bool gives(const Loading& at, const Shown& shown, std::size_t actor, const Answer& answer) {
    const Matrix& matrix = at.standing.matrix;
    if (!matrix.is_answered(shown.place, actor)) return false;
    const std::vector<Answer> parts = parts_of(shown, *matrix.answer(shown.place, actor));
    return std::ranges::find(parts, answer) != parts.end();
}

std::string label_of(const Loading& at, const Shown& shown) {
    return std::string(Labels::shipped().question(shown.variable, at.visit.in.code()));
}

void add_voices(const Loading& at, const Shown& shown, std::vector<VoiceRow>& rows) {
    const Matrix& matrix = at.standing.matrix;
    for (const Answer& answer : answers_of(at, shown))
        for (std::size_t actor : actors_shown(at, "all")) {
            if (!gives(at, shown, actor, answer)) continue;
            const PositionActor& who = matrix.actors()[actor];
            rows.push_back({shown.variable.key, label_of(at, shown),
                            answer_in(at.visit, shown.variable, answer), who.code, name_in(at, who),
                            std::string(name_of(who.kind)),
                            std::string(name_of(matrix.cell(shown.place, actor).strength)),
                            position_url(who.code, shown.variable.key).text()});
        }
}

ContradictionQuestion question_of(const Loading& at, const Shown& shown) {
    const Matrix& matrix = at.standing.matrix;
    ContradictionQuestion question;
    question.key = shown.variable.key;
    question.label = label_of(at, shown);
    question.kind = name_of(shown.variable.kind);
    question.address = Url::of("views", "questions", shown.variable.key).text();
    question.is_part = !shown.asked.answers.empty();
    for (const auto& [one, other] : shown.asked.against) {
        auto first = parse_answer(shown.variable, one);
        auto second = parse_answer(shown.variable, other);
        // another question set may call its answers otherwise
        if (first && second)
            question.against.push_back(
                {answer_in(at.visit, shown.variable, *first), answer_in(at.visit, shown.variable, *second)});
    }
    for (std::size_t actor : actors_shown(at, "states"))
        if (!matrix.is_answered(shown.place, actor)) question.silent.push_back(matrix.actors()[actor].code);
    return question;
}

std::string address_of(const Contradiction& one) {
    return Url::of("views", "contradictions", ascii_lower(one.id)).text();
}

ContradictionRow row_of(const Loading& at, const Contradiction& one) {
    ContradictionRow row;
    row.id = one.id;
    row.title = one.title(at.visit.in.code()).text;
    row.language = one.title(at.visit.in.code()).language;
    row.note = one.note(row.language).text;
    row.address = address_of(one);
    const auto shown = shown_of(at, one.questions);
    for (const Shown& each : shown) row.questions.push_back(each.variable.key);
    for (std::size_t actor : actors_shown(at, "states"))
        row.states += std::ranges::any_of(shown, [&](const Shown& each) {
            return at.standing.matrix.is_answered(each.place, actor) &&
                   !parts_of(each, *at.standing.matrix.answer(each.place, actor)).empty();
        });
    return row;
}

} // namespace

const Input<ContradictionQuery>& input_of(Of<ContradictionQuery>) {
    static const auto input =
        Input<ContradictionQuery>("views.contradiction")
            .hidden("contradiction", &ContradictionQuery::contradiction, {.label = N_("Contradiction")});
    return input;
}

Result<ContradictionsPage> load_contradictions(const Loading& at) {
    ContradictionsPage page;
    for (const Contradiction& one : Contradictions::shipped().all()) page.rows.push_back(row_of(at, one));
    return page;
}

Result<ContradictionPage> load_contradiction(const Loading& at, const ContradictionQuery& query) {
    const Contradictions& shipped = Contradictions::shipped();
    const Contradiction* one = shipped.find(query.contradiction);
    if (one == nullptr) return refuse(Refusal::Kind::not_found, "views.no_such_contradiction");
    ContradictionPage page;
    page.id = one->id;
    page.title = one->title(at.visit.in.code()).text;
    page.language = one->title(at.visit.in.code()).language;
    page.note = one->note(page.language).text;
    const auto place = static_cast<std::size_t>(one - shipped.all().data());
    if (place > 0) page.earlier = shipped.all()[place - 1].id;
    if (place + 1 < shipped.all().size()) page.later = shipped.all()[place + 1].id;
    for (const Shown& shown : shown_of(at, one->questions)) {
        page.questions.push_back(question_of(at, shown));
        add_voices(at, shown, page.rows);
    }
    return page;
}

Result<LawPage> load_international_law(const Loading& at) {
    const Matrix& matrix = at.standing.matrix;
    std::vector<VoiceRow> voices;
    LawPage page;
    for (const Shown& shown : shown_of(at, Contradictions::shipped().international_law()))
        add_voices(at, shown, voices);
    if (auto place = at.standing.questions().find(encouraging_question))
        for (std::size_t actor : actors_shown(at, "states"))
            if (const Answer* answer = matrix.answer(*place, actor); answer != nullptr && answer->yes)
                page.encouraging.push_back(matrix.actors()[actor].code);
    for (std::size_t actor : actors_shown(at, "all")) {
        const PositionActor& who = matrix.actors()[actor];
        auto kept = std::ranges::find(at.standing.actors, who.key,
                                      [](const store::KeptActor& each) { return each.actor.key; });
        for (const VoiceRow& voice : voices)
            if (voice.actor == who.code)
                page.rows.push_back({voice.actor, voice.name, voice.kind,
                                     kept == at.standing.actors.end() ? std::optional<Day>() : kept->day,
                                     kept == at.standing.actors.end() ? std::string() : kept->language,
                                     voice.question, voice.label, voice.answer, voice.strength,
                                     voice.address});
    }
    return page;
}

} // namespace poa::views
