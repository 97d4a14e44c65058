// SPDX-License-Identifier: Apache-2.0
#include "tidy/cpp_text.hpp"

#include "base/text.hpp"
#include "tidy/tree.hpp"

#include <cctype>

namespace poa::tidy {

namespace {

class Reader {
  public:
    explicit Reader(std::string_view text) : text_(text) {}

    CppText read() && {
        while (at_ < text_.size()) {
            if (sees("//"))
                line_comment();
            else if (sees("/*"))
                block_comment();
            else if (sees("R\"") && !in_word())
                raw_literal();
            else if (text_[at_] == '"')
                literal();
            else if (text_[at_] == '\'' && !in_word())
                character();
            else
                keep();
        }
        for (std::string_view line : split(code_, '\n')) out_.code.emplace_back(line);
        find_includes();
        return std::move(out_);
    }

  private:
    [[nodiscard]] bool sees(std::string_view what) const { return text_.substr(at_, what.size()) == what; }
    /// Behind a letter or digit: 1'000, or the prefix of another word.
    [[nodiscard]] bool in_word() const {
        return at_ > 0 && (std::isalnum(static_cast<unsigned char>(text_[at_ - 1])) || text_[at_ - 1] == '_');
    }
    void keep() {
        if (text_[at_] == '\n') ++line_;
        code_ += text_[at_++];
    }
    void blank(std::size_t count) {
        for (; count > 0 && at_ < text_.size(); --count, ++at_) {
            code_ += text_[at_] == '\n' ? '\n' : ' ';
            if (text_[at_] == '\n') ++line_;
        }
    }
    void line_comment() {
        const std::size_t end = std::min(text_.find('\n', at_), text_.size());
        comment(text_.substr(at_, end - at_), "/! <");
        blank(end - at_);
    }
    void block_comment() {
        const std::size_t close = text_.find("*/", at_ + 2);
        const std::size_t end = close == std::string_view::npos ? text_.size() : close + 2;
        comment(text_.substr(at_, end - at_), "/*! <");
        blank(end - at_);
    }
    void comment(std::string_view text, std::string_view marks) {
        int line = line_;
        for (std::string_view part : split(text, '\n')) {
            part = trim(part);
            part.remove_prefix(std::min(part.find_first_not_of(marks), part.size()));
            out_.comments.push_back({line++, std::string(part)});
        }
    }
    void literal() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '"' && text_[end] != '\n')
            end += text_[end] == '\\' ? 2 : 1;
        end = std::min(end, text_.size());
        out_.literals.push_back({line_, std::string(text_.substr(at_ + 1, end - at_ - 1))});
        quoted(end - at_ - 1, end < text_.size() && text_[end] == '"');
    }
    void raw_literal() {
        const std::size_t open = text_.find('(', at_);
        if (open == std::string_view::npos) return keep();
        const std::string close = ")" + std::string(text_.substr(at_ + 2, open - at_ - 2)) + "\"";
        const std::size_t end = std::min(text_.find(close, open), text_.size());
        out_.literals.push_back({line_, std::string(text_.substr(open + 1, end - open - 1))});
        blank(std::min(end + close.size(), text_.size()) - at_);
    }
    void character() {
        std::size_t end = at_ + 1;
        while (end < text_.size() && text_[end] != '\'' && text_[end] != '\n')
            end += text_[end] == '\\' ? 2 : 1;
        blank(std::min(end + 1, text_.size()) - at_);
    }
    void quoted(std::size_t inside, bool closed) {
        keep();
        blank(inside);
        if (closed) keep();
    }
    void find_includes() {
        int number = 0;
        for (std::string_view line : lines_of(text_)) {
            ++number;
            std::string_view code = trim(line);
            if (!code.starts_with('#')) continue;
            code = trim(code.substr(1));
            if (!code.starts_with("include")) continue;
            code = trim(code.substr(7));
            const std::size_t end = code.find_first_of("\">", 1);
            if (code.empty() || end == std::string_view::npos) continue;
            out_.includes.push_back({number, std::string(code.substr(1, end - 1))});
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    int line_ = 1;
    std::string code_;
    CppText out_;
};

} // namespace

CppText read_cpp(std::string_view text) {
    return Reader(text).read();
}

} // namespace poa::tidy
