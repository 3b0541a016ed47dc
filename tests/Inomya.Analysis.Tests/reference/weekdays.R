# Days of the week under AR(1) errors: nlme::gls over the grid of correlations, the best by REML, then the joint F test.
# Writes weekdays-data.csv (y) and weekdays.csv (part, difference, se, p).
suppressMessages(library(nlme))
set.seed(20260104)
n <- 150
t <- 0:(n - 1)
y <- round(5 + c(0.9, 0, 0, -0.4, 0, 0, 0.2)[t %% 7 + 1] + as.numeric(arima.sim(list(ar = 0.4), n)), 3)
write.csv(data.frame(y), "weekdays-data.csv", row.names = FALSE, quote = FALSE)
f <- factor(t %% 7)
contrasts(f) <- rbind(-1, diag(6))
fits <- lapply(c(1e-9, seq(0.1, 0.9, 0.1)), function(phi) gls(y ~ f, correlation = corAR1(phi, form = ~t, fixed = TRUE)))
fit <- fits[[which.max(sapply(fits, logLik))]]
L <- rbind(rep(-1, 6), diag(6))
b <- coef(fit)[-1]
V <- vcov(fit)[-1, -1]
F <- as.numeric(t(b) %*% solve(V, b)) / 6
out <- data.frame(part = 0:6, difference = as.numeric(L %*% b), se = sqrt(diag(L %*% V %*% t(L))), p = 1 - pf(F, 6, n - 7))
write.csv(format(out, digits = 12), "weekdays.csv", row.names = FALSE, quote = FALSE)
