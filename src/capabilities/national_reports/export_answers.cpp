// SPDX-License-Identifier: Apache-2.0
#include "capabilities/national_reports/export_answers.hpp"

#include "base/child_process.hpp"
#include "base/json.hpp"
#include "base/require.hpp"
#include "base/text.hpp"
#include "capabilities/national_reports/workbook_rows.hpp"
#include "web/described.hpp"

#include <array>
#include <fstream>
#include <memory>

namespace poa::national_reports {
namespace {

constexpr std::size_t piece_bytes = std::size_t{64} << 10;
constexpr std::array<std::string_view, 8> columns{"state",    "year",   "survey", "version",
                                                  "question", "chosen", "text",   "note"};
using Take = std::function<void(std::string_view)>;

/// One way to write answers.
class AnswersWriter {
  public:
    virtual ~AnswersWriter() = default;
    virtual void add(const SeenAnswer& answer) = 0;
    virtual void end() = 0;
};

/// What an answer says beside the options chosen.
std::string words_of(const Answer& answer) {
    if (!answer.text.empty()) return answer.text;
    if (answer.day) return answer.day->iso();
    if (!answer.rows.empty()) return std::to_string(answer.rows.size());
    if (!answer.files.empty()) return std::to_string(answer.files.size());
    return {};
}
std::array<std::string, 8> cells_of(const SeenAnswer& seen) {
    return {
        seen.state,    std::to_string(seen.year),      seen.survey,           std::to_string(seen.version),
        seen.question, join(seen.answer.chosen, "; "), words_of(seen.answer), seen.answer.note};
}

class PiecesOf {
  public:
    explicit PiecesOf(const Take& take) : take_(take) {}
    std::string text;
    void give(bool all) {
        if (text.empty() || (!all && text.size() < piece_bytes)) return;
        take_(text);
        text.clear();
    }

  private:
    const Take& take_;
};

class CsvAnswers final : public AnswersWriter {
  public:
    explicit CsvAnswers(const Take& take) : pieces_(take) {
        pieces_.text = "\xEF\xBB\xBF"; // spreadsheets read UTF-8 only with this mark
        line(columns);
    }
    void add(const SeenAnswer& answer) override { line(cells_of(answer)); }
    void end() override { pieces_.give(true); }

  private:
    template <class Cells> void line(const Cells& cells) {
        bool first = true;
        for (const auto& cell : cells) {
            if (!std::exchange(first, false)) pieces_.text += ',';
            web::append_csv_cell(pieces_.text, cell);
        }
        pieces_.text += "\r\n";
        pieces_.give(false);
    }
    PiecesOf pieces_;
};

class JsonAnswers final : public AnswersWriter {
  public:
    explicit JsonAnswers(const Take& take) : pieces_(take) { pieces_.text = "{\"answers\":["; }
    void add(const SeenAnswer& seen) override {
        if (!std::exchange(first_, false)) pieces_.text += ',';
        JsonWriter json(pieces_.text);
        json.begin_object().key("state").value(seen.state).key("year").value(seen.year);
        json.key("survey").value(seen.survey).key("version").value(seen.version);
        json.key("question").value(seen.question).key("answer").raw(text_of(seen.answer)).end_object();
        pieces_.give(false);
    }
    void end() override {
        pieces_.text += "]}\n";
        pieces_.give(true);
    }

  private:
    PiecesOf pieces_;
    bool first_ = true;
};

/// Rows wait in a file: a workbook's directory is its end, so that nothing can be given before the last row.
class WorkbookAnswers final : public AnswersWriter {
  public:
    explicit WorkbookAnswers(const Take& take)
        : take_(take), path_(folder_.path() / "answers.xlsx"),
          rows_(path_, "answers", {columns.begin(), columns.end()}) {}
    void add(const SeenAnswer& answer) override { rows_.add(cells_of(answer)); }
    void end() override {
        rows_.close();
        std::ifstream file(path_, std::ios::binary);
        std::string piece(piece_bytes, '\0');
        while (file.read(piece.data(), static_cast<std::streamsize>(piece.size())), file.gcount() > 0)
            take_(std::string_view(piece).substr(0, static_cast<std::size_t>(file.gcount())));
        if (!file.eof()) throw MachineFailure("a workbook cannot be read: " + path_.string());
    }

  private:
    const Take& take_;
    TemporaryFolder folder_;
    std::filesystem::path path_;
    WorkbookRows rows_;
};

std::unique_ptr<AnswersWriter> writer_of(AnswersFormat format, const Take& take) {
    switch (format) {
    case AnswersFormat::csv:
        return std::make_unique<CsvAnswers>(take);
    case AnswersFormat::json:
        return std::make_unique<JsonAnswers>(take);
    case AnswersFormat::xlsx:
        break;
    }
    return std::make_unique<WorkbookAnswers>(take);
}

} // namespace

std::optional<AnswersFormat> parse_answers_format(std::string_view name) {
    if (name == "csv") return AnswersFormat::csv;
    if (name == "json") return AnswersFormat::json;
    if (name == "xlsx") return AnswersFormat::xlsx;
    return std::nullopt;
}

std::string_view name_of(AnswersFormat format) {
    switch (format) {
    case AnswersFormat::csv:
        return "csv";
    case AnswersFormat::json:
        return "json";
    case AnswersFormat::xlsx:
        break;
    }
    return "xlsx";
}

std::string_view media_type_of(AnswersFormat format) {
    switch (format) {
    case AnswersFormat::csv:
        return "text/csv; charset=utf-8";
    case AnswersFormat::json:
        return "application/json";
    case AnswersFormat::xlsx:
        break;
    }
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}

std::size_t export_answers(storage::Session& session, const identity::Reader& reader, YearSpan years,
                           AnswersFormat format, const Take& take) {
    const auto writer = writer_of(format, take);
    std::size_t answers = 0;
    each_answer_seen(session, reader, years, [&](const SeenAnswer& answer) {
        ++answers;
        writer->add(answer);
    });
    writer->end();
    return answers;
}

} // namespace poa::national_reports
