// SPDX-License-Identifier: Apache-2.0
// bench_filling FOLDER REPORTS: fills a data folder (poa init made it) with that many reports of 300
// questions, all answered, their wording in six languages, and with four people who fill in the first of
// them; they are signed in without passwords, so that no figure is one of password hashing. Prints one line
// of JSON: the tokens, the report, and its questions of text.
#include "base/json.hpp"
#include "base/text.hpp"
#include "capabilities/identity/sign_in_session.hpp"
#include "capabilities/identity/store.hpp"
#include "capabilities/national_reports/national_reports.hpp"
#include "capabilities/national_reports/store.hpp"
#include "capabilities/national_reports/survey_file.hpp"
#include "storage/database.hpp"

#include <filesystem>
#include <iostream>
#include <random>

namespace {

using namespace poa;
using namespace poa::national_reports;

constexpr int sections = 20, questions_each = 15, people = 4;
constexpr std::int64_t year = 2027;
constexpr std::array languages = {"en", "fr", "es", "ru", "zh", "ar"};

/// Made-up words of the length and the letters that each language has.
std::string words_in(std::string_view language, std::size_t count, std::mt19937& random) {
    static const std::map<std::string_view, std::vector<std::string>> letters = {
        {"en", {"a", "e", "i", "o", "n", "s", "t", "r", "l", "d"}},
        {"fr", {"a", "e", "é", "i", "o", "n", "s", "t", "r", "l"}},
        {"es", {"a", "e", "i", "o", "ó", "n", "s", "t", "r", "l"}},
        {"ru", {"а", "е", "и", "о", "н", "с", "т", "р", "л", "д"}},
        {"zh", {"国", "家", "网", "络", "安", "全", "合", "作", "法", "律"}},
        {"ar", {"ا", "ل", "م", "ن", "ي", "ت", "ر", "س", "د", "ع"}}};
    const auto& of = letters.find(language)->second;
    std::string text;
    for (std::size_t word = 0; word < count; ++word) {
        if (word > 0 && language != "zh") text += ' ';
        for (std::size_t letter = 0; letter < (language == "zh" ? 2 : 3 + random() % 7); ++letter)
            text += of[random() % of.size()];
    }
    return text;
}

Texts in_all(std::size_t words, std::mt19937& random) {
    Texts texts;
    for (const char* language : languages) texts.by.emplace(language, words_in(language, words, random));
    return texts;
}

Question drawn_question(int number, std::mt19937& random) {
    constexpr QuestionKind kinds[] = {QuestionKind::status, QuestionKind::text, QuestionKind::one_of};
    Question question;
    question.key = "question-" + std::to_string(number);
    question.kind = kinds[number % 3];
    question.label = in_all(14, random);
    question.hint = in_all(10, random);
    question.source = {"A/70/174", "13 (f)"};
    if (question.kind == QuestionKind::one_of)
        for (const char* key : {"yes", "partly", "no"}) question.options.push_back({key, in_all(2, random)});
    return question;
}

Survey drawn_survey(std::mt19937& random) {
    Survey survey;
    survey.key = "bench-survey";
    survey.title = in_all(5, random);
    survey.languages = {languages.begin(), languages.end()};
    for (const char* key : {"none", "planned", "developing", "in_place"})
        survey.levels.push_back({key, in_all(2, random)});
    for (int at = 0; at < sections; ++at) {
        Section section{
            "section-" + std::to_string(at), in_all(5, random), in_all(12, random), Pillar::general, "", {}};
        for (int i = 0; i < questions_each; ++i)
            section.questions.push_back(drawn_question(at * questions_each + i, random));
        survey.sections.push_back(std::move(section));
    }
    return survey;
}

HeldAnswer drawn_answer(const Survey& survey, const Question& question, std::mt19937& random) {
    HeldAnswer held;
    const auto choices = survey.choices_of(question);
    if (!choices.empty())
        held.answer.chosen = {choices[random() % choices.size()].key};
    else
        held.answer.text = words_in("en", 35, random);
    held.answer.note = words_in("en", 12, random);
    held.revision = 1;
    held.confirmed = true;
    held.changed_by = 1;
    return held;
}

void fill_in(storage::Session& session, Id<NationalReport> report, const Survey& survey,
             std::mt19937& random) {
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions) {
            const HeldAnswer held = drawn_answer(survey, question, random);
            store::put_answer(session, report, question.key, held);
            AnswerVersion version;
            version.answer = held.answer;
            version.revision = 1;
            version.person = 1;
            store::add_version(session, report, question.key, version);
        }
}

std::string state_at(int at) {
    std::string code = "XAA";
    code[1] = static_cast<char>('A' + at / 26 % 26);
    code[2] = static_cast<char>('A' + at % 26);
    return code;
}

/// The first report's State has people who fill it in; their tokens.
std::vector<std::string> sign_in(storage::Session& session, const identity::Body& body, Instant now) {
    std::vector<std::string> tokens;
    for (int at = 0; at < people; ++at) {
        const std::string name = "editor" + std::to_string(at);
        const auto person =
            identity::store::insert_person(session, name + "@ministry.example", name, "en", now, {});
        (void)identity::store::insert_appointment(
            session, {person, {identity::Role::report_editor, body}, Day::of(now), {}}, "Letter", now, {});
        const Secret token = identity::make_token();
        (void)identity::store::insert_session(session, *identity::digest_of_token(token.reveal()), person,
                                              "Bench", now);
        tokens.emplace_back(token.reveal());
    }
    return tokens;
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: bench_filling FOLDER REPORTS\n";
        return 2;
    }
    const int reports = std::stoi(arguments[2]);
    auto database = storage::Database::open({.address = std::filesystem::path(arguments[1]) / "poa.sqlite"});
    const Instant now = SystemClock().now();
    std::mt19937 random(20230418);
    const Survey survey = drawn_survey(random);
    const auto kept = database->write([&](storage::Session& session) {
        KeptSurvey made;
        made.key = survey.key;
        made.version = 1;
        made.content = text_of(survey);
        made.digest = sha256(made.content);
        made.revision = 1;
        made.made_by = "secretariat";
        made.made_at = now;
        const auto id = store::add_survey(session, made);
        store::adopt_survey(session, id, now, "BENCH/1");
        return id;
    });
    for (int at = 0; at < reports; ++at)
        database->write([&](storage::Session& session) {
            KeptReport report;
            report.state = state_at(at % 500);
            report.survey = kept;
            report.year = year + at / 500;
            report.revision = 1;
            report.opened_at = now;
            report.opened_by = 1;
            fill_in(session, store::add_report(session, report), survey, random);
        });
    const auto tokens = database->write(
        [&](storage::Session& session) { return sign_in(session, identity::Body::state(state_at(0)), now); });
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("report").value(std::int64_t{1}).key("tokens").begin_array();
    for (const std::string& token : tokens) json.value(token);
    json.end_array().key("questions").begin_array();
    for (const Section& section : survey.sections)
        for (const Question& question : section.questions)
            if (question.kind == QuestionKind::text) json.value(question.key);
    json.end_array().end_object();
    std::cout << out << std::endl;
    return 0;
}
