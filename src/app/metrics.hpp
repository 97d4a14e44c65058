// SPDX-License-Identifier: Apache-2.0
#pragma once
// Prometheus metrics of the running server.

#include "web/routes.hpp"

#include <functional>
#include <memory>
#include <string>

namespace poa::app {

class Metrics {
  public:
    explicit Metrics(const web::Routes& routes);
    ~Metrics();
    /// One request is over.
    void request(const std::string& route, int status, std::uint64_t bytes, std::int64_t microseconds);
    void failure();
    /// A figure that is asked for when the metrics are read.
    void gauge(const std::string& name, const std::string& help, std::function<double()> read);
    [[nodiscard]] std::string text() const; ///< exposition format 0.0.4

  private:
    struct Inside;
    std::unique_ptr<Inside> inside_;
};

} // namespace poa::app
