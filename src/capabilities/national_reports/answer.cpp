// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/answer.hpp"

#include "base/json.hpp"
#include "base/json_value.hpp"
#include "base/text.hpp"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>

#include <algorithm>

namespace poa::national_reports {
namespace {

namespace js = boost::json;

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json.key(name).begin_array();
    for (const std::string& text : texts) json.value(text);
    json.end_array();
}

void write_rows(JsonWriter& json, const std::vector<std::vector<std::string>>& rows) {
    if (rows.empty()) return;
    json.key("rows").begin_array();
    for (const auto& row : rows) {
        json.begin_array();
        for (const std::string& cell : row) json.value(cell);
        json.end_array();
    }
    json.end_array();
}

void write_files(JsonWriter& json, const std::vector<AnswerFile>& files) {
    if (files.empty()) return;
    json.key("files").begin_array();
    for (const AnswerFile& file : files) {
        json.begin_object().key("sha256").value(file.digest.hex()).key("name").value(file.name);
        json.key("content_type").value(file.content_type).key("bytes").value(file.bytes).end_object();
    }
    json.end_array();
}

/// Reads the members of one answer; remembers the first that is not of its shape.
class Reading {
  public:
    explicit Reading(const js::object& object) : object_(object) {}
    Result<Answer> read() {
        Answer answer;
        for (const auto& member : object_) take(member.key(), member.value(), answer);
        if (wrong_.empty()) return answer;
        return refuse(Refusal::because(Refusal::Kind::bad_input, "national_reports.answer_shape")
                          .with("member", wrong_));
    }

  private:
    void take(std::string_view name, const js::value& value, Answer& answer) {
        bool right = false;
        if (name == "chosen") {
            right = texts(value, answer.chosen);
        } else if (name == "text") {
            right = text(value, answer.text);
        } else if (name == "note") {
            right = text(value, answer.note);
        } else if (name == "day") {
            std::string iso;
            right = text(value, iso);
            answer.day = Day::parse(iso);
            right = right && answer.day.has_value();
        } else if (name == "rows") {
            right = rows(value, answer.rows);
        } else if (name == "files") {
            right = files(value, answer.files);
        }
        if (!right && wrong_.empty()) wrong_ = name;
    }
    static bool text(const js::value& value, std::string& into) {
        const auto* found = value.if_string();
        if (found == nullptr) return false;
        into.assign(found->data(), found->size());
        return true;
    }
    static bool texts(const js::value& value, std::vector<std::string>& into) {
        const auto* found = value.if_array();
        if (found == nullptr) return false;
        return std::ranges::all_of(*found,
                                   [&](const js::value& each) { return text(each, into.emplace_back()); });
    }
    static bool rows(const js::value& value, std::vector<std::vector<std::string>>& into) {
        const auto* found = value.if_array();
        if (found == nullptr) return false;
        return std::ranges::all_of(*found,
                                   [&](const js::value& each) { return texts(each, into.emplace_back()); });
    }
    static bool file(const js::value& value, AnswerFile& into) {
        const auto* found = value.if_object();
        if (found == nullptr) return false;
        std::string digest;
        bool right = found->size() == 4;
        for (const auto& member : *found) {
            if (member.key() == "sha256") {
                right = right && text(member.value(), digest);
            } else if (member.key() == "name") {
                right = right && text(member.value(), into.name);
            } else if (member.key() == "content_type") {
                right = right && text(member.value(), into.content_type);
            } else {
                const auto* bytes = member.value().if_int64();
                right = right && member.key() == "bytes" && bytes != nullptr && *bytes >= 0;
                if (right) into.bytes = *bytes;
            }
        }
        const auto read = Sha256::from_hex(digest);
        if (read) into.digest = *read;
        return right && read.has_value();
    }
    static bool files(const js::value& value, std::vector<AnswerFile>& into) {
        const auto* found = value.if_array();
        if (found == nullptr) return false;
        return std::ranges::all_of(*found,
                                   [&](const js::value& each) { return file(each, into.emplace_back()); });
    }

    const js::object& object_;
    std::string wrong_;
};

} // namespace

bool Answer::is_empty() const {
    return *this == Answer{};
}

std::string text_of(const Answer& answer) {
    std::string out;
    JsonWriter json(out);
    json.begin_object();
    write_texts(json, "chosen", answer.chosen);
    if (!answer.text.empty()) json.key("text").value(answer.text);
    if (answer.day) json.key("day").value(answer.day->iso());
    write_rows(json, answer.rows);
    write_files(json, answer.files);
    if (!answer.note.empty()) json.key("note").value(answer.note);
    json.end_object();
    return out;
}

Result<Answer> parse_answer(std::string_view text) {
    auto json = parse_json(text);
    if (!json) return refuse(json.error());
    const auto* object = json->if_object();
    if (object == nullptr)
        return refuse(
            Refusal::because(Refusal::Kind::bad_input, "national_reports.answer_shape").with("member", ""));
    return Reading(*object).read();
}

bool is_asked(const Question& question, const Answer* of_condition) {
    if (!question.shown_if) return true;
    if (of_condition == nullptr) return false;
    return std::ranges::any_of(of_condition->chosen, [&](const std::string& key) {
        return std::ranges::find(question.shown_if->is, key) != question.shown_if->is.end();
    });
}

} // namespace poa::national_reports
