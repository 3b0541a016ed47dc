# Two hidden states over autoregressive errors. At known parameters: every path of states listed, dense covariance of the recorded days.
# Fitted: the penalised likelihood given the first day, by a general optimiser.
# Writes flares-data.csv (day, r; an empty r was not recorded), flares.csv (probability by day of the first 14 days at the parameters, log likelihood)
# and flares-fit.csv (phi, lift, level, variance, start, end at the optimum of phi = 0.4).
set.seed(20261122)
n <- 160
state <- 0; states <- integer(n)
for (t in 1:n) { states[t] <- state; state <- if (state == 0) rbinom(1, 1, 0.07) else rbinom(1, 1, 0.75) }
r <- round(2.4 * states + as.numeric(arima.sim(list(ar = 0.4), n, sd = 0.7)) - 0.4, 3)
r[c(4, 8, 9, 40, 41, 42, 77, 120, 121)] <- NA
write.csv(data.frame(day = 0:(n - 1), r), "flares-data.csv", row.names = FALSE, quote = FALSE, na = "")

phi <- 0.4; lift <- 2; level <- -0.3; variance <- 0.5; start <- 0.1; end <- 0.3
few <- r[1:14]; ok <- which(!is.na(few))
V <- variance / (1 - phi^2) * phi^abs(outer(ok, ok, "-"))
W <- solve(V); logdet <- as.numeric(determinant(V)$modulus)
paths <- as.matrix(expand.grid(rep(list(0:1), 14)))
move <- matrix(c(1 - start, end, start, 1 - end), 2)
weight <- apply(paths, 1, function(s) {
  p <- if (s[1] == 1) start / (start + end) else end / (start + end)
  for (t in 2:14) p <- p * move[s[t - 1] + 1, s[t] + 1]
  u <- few[ok] - level - lift * s[ok]
  log(p) - 0.5 * (length(ok) * log(2 * pi) + logdet + as.numeric(t(u) %*% W %*% u))
})
top <- max(weight); likelihood <- top + log(sum(exp(weight - top)))
probability <- colSums(paths * exp(weight - likelihood))
write.csv(data.frame(day = 0:13, probability = format(probability, digits = 12), loglik = format(likelihood, digits = 12)), "flares.csv", row.names = FALSE, quote = FALSE)

rows <- which(!is.na(r))
penalised <- function(par) {
  lift <- exp(par[1]); level <- par[2]; variance <- exp(par[3]); start <- plogis(par[4]); end <- plogis(par[5])
  P <- matrix(c(1 - start, end, start, 1 - end), 2)
  u1 <- r[rows[1]] - level - lift * 0:1
  f <- c(end, start) / (start + end) * dnorm(u1, 0, sqrt(variance / (1 - phi^2))); f <- f / sum(f)
  total <- 2 * log(start) + 38 * log(1 - start) + 4 * log(end) + 12 * log(1 - end)
  for (i in 2:length(rows)) {
    gap <- rows[i] - rows[i - 1]; Q <- diag(2); for (k in 1:gap) Q <- Q %*% P
    decay <- phi^gap; sd <- sqrt(variance * (1 - decay^2) / (1 - phi^2)); g <- c(0, 0)
    for (from in 0:1) for (to in 0:1)
      g[to + 1] <- g[to + 1] + f[from + 1] * Q[from + 1, to + 1] *
        dnorm(r[rows[i]] - level - lift * to, decay * (r[rows[i - 1]] - level - lift * from), sd)
    total <- total + log(sum(g)); f <- g / sum(g)
  }
  -total
}
best <- optim(c(log(2), -0.4, log(0.5), qlogis(0.07), qlogis(0.25)), penalised, method = "BFGS", control = list(reltol = 1e-12, maxit = 500))$par
write.csv(data.frame(phi, lift = exp(best[1]), level = best[2], variance = exp(best[3]), start = plogis(best[4]), end = plogis(best[5])), "flares-fit.csv", row.names = FALSE, quote = FALSE)
