// SPDX-License-Identifier: Apache-2.0
#pragma once
// Which handler a path belongs to. Patterns: "/documents/{document}/passages/{passage}"; a last segment
// "{rest...}" takes what remains (at least one segment), joined by '/'. A fixed segment wins over a named
// one, a named one over a rest.

#include "http/message.hpp"

#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace poa::http {

/// Values of a pattern's names, in the order of the pattern.
class Parameters {
  public:
    void add(std::string name, std::string value) { pairs_.emplace_back(std::move(name), std::move(value)); }
    [[nodiscard]] const std::string&
    get(std::string_view name) const; ///< an unknown name is our mistake (require)
    [[nodiscard]] const std::vector<std::pair<std::string, std::string>>& all() const { return pairs_; }

  private:
    std::vector<std::pair<std::string, std::string>> pairs_;
};

class Router {
  public:
    Router();
    ~Router();
    Router(Router&&) noexcept;
    Router& operator=(Router&&) noexcept;

    /// `route` is an index of the caller's own. Two patterns of the same shape and method are our mistake
    /// (require).
    void add(Method method, std::string_view pattern, std::size_t route);

    struct Match {
        std::optional<std::size_t> route;
        Parameters parameters;
        /// Where the path is known but not for this method: the methods there are (for Allow). HEAD goes
        /// where GET is.
        std::vector<Method> allowed;
    };
    [[nodiscard]] Match match(Method method, const std::vector<std::string>& segments) const;

  private:
    struct Node;
    std::unique_ptr<Node> root_;
};

} // namespace poa::http
