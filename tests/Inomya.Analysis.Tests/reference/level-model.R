# Errors = AR(1) + random walk, both unknown: dense covariance matrices, restricted likelihood over a grid, mixture of t.
# No state space anywhere, so that it shares nothing with the code it checks.
# Writes level-model-data.csv (day, y; an empty y was not recorded) and level-model.csv (estimate, 2.5 %, 97.5 %).
set.seed(20260102)
n <- 120
y <- 3 + 0.01 * (0:(n - 1)) + as.numeric(arima.sim(list(ar = 0.5), n)) + cumsum(rnorm(n, 0, 0.05))
y[sample(n, 20)] <- NA
y <- round(y, 3)
write.csv(data.frame(day = 0:(n - 1), y), "level-model-data.csv", row.names = FALSE, quote = FALSE, na = "")
phis <- c(0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95)
wander <- c(0, 0.0004, 0.002, 0.01, 0.05)
prior <- c(0.6, 0.1, 0.1, 0.1, 0.1)
day <- 0:(n - 1)
ok <- !is.na(y)
yo <- (y[ok] - mean(y[ok])) / sqrt(mean((y[ok] - mean(y[ok]))^2))
unit <- sqrt(mean((y[ok] - mean(y[ok]))^2))
X <- cbind(1, (day[ok] - n / 2) / 30)
first <- min(day[ok])
mu <- se <- lw <- NULL
for (p in phis) for (w in seq_along(wander)) {
  lag <- abs(outer(day[ok], day[ok], "-"))
  V <- ifelse(lag == 0, 1, p^lag) / (1 - p^2) + wander[w] * outer(day[ok] - first, day[ok] - first, pmin)
  W <- solve(V)
  G <- t(X) %*% W %*% X
  b <- solve(G, t(X) %*% W %*% yo)
  rss <- as.numeric(t(yo - X %*% b) %*% W %*% (yo - X %*% b))
  df <- sum(ok) - ncol(X)
  mu <- c(mu, b[2]); se <- c(se, sqrt(rss / df * solve(G)[2, 2]))
  lw <- c(lw, log(prior[w]) - 0.5 * determinant(V)$modulus - 0.5 * determinant(G)$modulus - 0.5 * df * log(rss))
}
q <- exp(lw - max(lw)); q <- q / sum(q)
cdf <- function(x) sum(q * pt((x - mu) / se, df))
quant <- function(p) uniroot(function(x) cdf(x) - p, c(-5, 5), tol = 1e-12)$root
out <- data.frame(estimate = sum(q * mu) * unit, lo = quant(0.025) * unit, hi = quant(0.975) * unit)
write.csv(format(out, digits = 12), "level-model.csv", row.names = FALSE, quote = FALSE)
