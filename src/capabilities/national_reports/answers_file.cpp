// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/answers_file.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/object.hpp>
#include <boost/json/serialize.hpp>

namespace poa::national_reports {
namespace {

namespace js = boost::json;

std::string key_of(const js::key_value_pair& member) {
    return {member.key().data(), member.key().size()};
}

bool read_seen(const js::value& value, AnswersFile& file) {
    const auto* object = value.if_object();
    if (object == nullptr) return false;
    for (const auto& member : *object) {
        const auto* revision = member.value().if_int64();
        if (revision == nullptr || *revision < 0) return false;
        file.seen.emplace(key_of(member), *revision);
    }
    return true;
}

bool read_answers(const js::value& value, AnswersFile& file, Refusal& problems) {
    const auto* object = value.if_object();
    if (object == nullptr) return false;
    for (const auto& member : *object) {
        auto answer = parse_answer(js::serialize(member.value()));
        if (answer) {
            file.answers.emplace(key_of(member), std::move(*answer));
            continue;
        }
        for (Reason& reason : answer.error().reasons) {
            reason.facts.emplace_back("question", key_of(member));
            problems.reasons.push_back(std::move(reason));
        }
    }
    return true;
}

bool read_member(std::string_view name, const js::value& value, AnswersFile& file, Refusal& problems) {
    if (name == "survey" && value.is_string()) {
        file.survey.assign(value.get_string().data(), value.get_string().size());
        return true;
    }
    if (name == "state" && value.is_string()) {
        file.state.assign(value.get_string().data(), value.get_string().size());
        return file.state.size() == 3;
    }
    if (name == "from" && value.is_string()) {
        file.from.assign(value.get_string().data(), value.get_string().size());
        return file.from.size() <= 8 && slug(file.from) == file.from;
    }
    if (name == "partial" && value.is_bool()) {
        file.is_partial = value.get_bool();
        return true;
    }
    if (name == "year" && value.is_int64()) {
        file.year = value.get_int64();
        return file.year >= 2000 && file.year <= 2200;
    }
    if (name == "version" && value.is_int64()) {
        file.version = value.get_int64();
        return file.version >= 0;
    }
    if (name == "seen") return read_seen(value, file);
    return name == "answers" && read_answers(value, file, problems);
}

void add_shape(Refusal& problems, std::string_view at) {
    problems.add_field({}, "national_reports.answers_file_shape", {{"at", std::string(at)}});
}

} // namespace

std::string text_of(const AnswersFile& file) {
    std::string out;
    JsonWriter json(out);
    json.begin_object().key("survey").value(file.survey).key("version").value(file.version);
    if (!file.state.empty()) json.key("state").value(file.state);
    if (file.year != 0) json.key("year").value(file.year);
    if (!file.from.empty()) json.key("from").value(file.from);
    if (file.is_partial) json.key("partial").value(true);
    json.key("seen").begin_object();
    for (const auto& [question, revision] : file.seen) json.key_escaped(question).value(revision);
    json.end_object().key("answers").begin_object();
    for (const auto& [question, answer] : file.answers) json.key_escaped(question).raw(text_of(answer));
    json.end_object().end_object();
    return out;
}

Result<AnswersFile> parse_answers_file(std::string_view text) {
    auto json = parse_json(text);
    if (!json) return refuse(json.error());
    Refusal problems{Refusal::Kind::bad_input, {}};
    AnswersFile file;
    if (const auto* object = json->if_object()) {
        for (const auto& member : *object)
            if (!read_member(member.key(), member.value(), file, problems)) add_shape(problems, member.key());
        if (file.survey.empty()) add_shape(problems, "survey");
    } else {
        add_shape(problems, "");
    }
    if (!problems.reasons.empty()) return refuse(std::move(problems));
    return file;
}

AnswersFile carried(const Survey& survey, std::int64_t version, const HeldAnswers& answers) {
    AnswersFile file;
    file.survey = survey.key;
    file.version = version;
    for (const auto& [question, held] : answers) {
        if (held.answer.is_empty()) continue;
        file.seen.emplace(question, held.revision);
        file.answers.emplace(question, held.answer);
    }
    return file;
}

} // namespace poa::national_reports
